"""Where talks, packs and outputs live on a disk: found, read within bounds, written as one."""
