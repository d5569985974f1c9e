/** Deleting what has expired: a small batch at a time, by one node of all. */
package org.sallyport.store.cleanup;
