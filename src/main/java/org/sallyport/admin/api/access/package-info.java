/**
 * Who may call administrators' API: whoever has a living token of ours (RFC 6750) with its scope.
 */
package org.sallyport.admin.api.access;
