/** Signing keys in administrators' API. */
package org.sallyport.admin.api.key;
