/** The load benchmark: the real server over a real database, asked by wrk. */
package org.sallyport.bench;
