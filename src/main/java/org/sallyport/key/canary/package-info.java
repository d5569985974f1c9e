/** A word in the database that only the right encryption key opens, looked at with each start. */
package org.sallyport.key.canary;
