package org.sallyport.admin.api;

/** A row of a list by its id; the rest is read for all rows of a page at once. */
public record RowId(String id) {}
