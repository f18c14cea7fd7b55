-- Which unit a printed header names is asked on every page that cites a document.
create index unit_name_folded on unit_name (fold(name));
