/**
 * How requests to administrators' API fail: problem documents (RFC 9457), each kind in one
 * catalogue.
 */
package org.sallyport.admin.api.problem;
