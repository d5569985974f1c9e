/** Where people are kept: our own table and outside stores, asked in order for whoever logs in. */
package org.sallyport.user.store;
