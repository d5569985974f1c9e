/** The command line, a program of its own beside the server. */
package org.sallyport.cli;
