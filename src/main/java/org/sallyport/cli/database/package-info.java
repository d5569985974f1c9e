/** The command line for the database itself: its tables as SQL, and a lock that was left behind. */
package org.sallyport.cli.database;
