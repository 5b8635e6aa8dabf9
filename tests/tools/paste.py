"""What LibreOffice made of a page: the cells of its tables, its list items, and which way its paragraphs run."""
import re
import sys
import zipfile

book = zipfile.ZipFile(sys.argv[1])
content = book.read("content.xml").decode()
both = content + book.read("styles.xml").decode()
print("cells", len(re.findall("<table:table-cell[ >]", content)))
print("items", len(re.findall("<text:list-item[ >]", content)))
print("right to left", "yes" if 'writing-mode="rl-tb"' in both else "no")
print("right", "yes" if re.search('fo:text-align="(right|end)"', both) else "no")
