"""One set of documents for each row of data: by a pool of processes, or by a cluster.

rows/       CSV, JSON lines, queries -> rows, one by one
survey      every row named, before the first is made
maker       a row -> its files in memory; loaded once in every process
pool        makers in processes of this machine    cluster   makers on a Dask cluster
manifest    what was made, row by row: durable, and what a stopped run goes on from
run         all of it together
"""
