"""The sections of a report, a file each: documents of the whole corpus in, the records of a section out."""
