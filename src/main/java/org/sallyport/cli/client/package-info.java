/** The command line for client applications: adding, looking, changing, removing, new secrets. */
package org.sallyport.cli.client;
