"""The package layer of Office files (ECMA-376 part 2): archive, parts, relationships, XML.

A writer opens its template once with `package.Package.open(data)`, which refuses what is not a
sound package with `archive.PackageRefused(message, hint)`, starts a `package.Draft` from the parts
it keeps, puts its own parts beside them and calls `Draft.seal()`. Sealing gives the same bytes for
the same parts: fixed dates, fixed order; parts kept unread are copied as they were deflated.

- `archive`: the zip, read within limits and written deterministically
- `package`: parts and their content types, what is reachable from where
- `relationships`: the arrows between parts, and how they are written
- `xml`: escaping for XML made of strings, and a parser that refuses document types
- `names`: namespaces, content types and relationship types
- `properties`: docProps/core.xml and docProps/app.xml
- `languages`: BCP 47 tags as Office writes them
- `drawing`: DrawingML colours, strokes and geometries
- `charts`: chart parts with their workbooks, for slides and pages alike
- `validity`: what Office would refuse or repair in a finished package
"""
