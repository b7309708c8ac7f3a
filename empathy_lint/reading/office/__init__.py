"""Word documents and Excel workbooks: packages of XML parts in a zip file, and what the reader of them sees."""
