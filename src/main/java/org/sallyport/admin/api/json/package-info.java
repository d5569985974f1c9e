/**
 * Bodies of administrators' API: records as JSON (RFC 8259), read strictly, described by
 * themselves.
 */
package org.sallyport.admin.api.json;
