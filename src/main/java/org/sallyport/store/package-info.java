/** The database: data source, migration, leases, clean-up and the counter that empties caches. */
package org.sallyport.store;
