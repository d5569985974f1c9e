/** The command line for what was given: deleting what has expired, ending what has not. */
package org.sallyport.cli.token;
