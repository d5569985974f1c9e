/** What every command has in common: options, questions, answers as text or JSON, exit codes. */
package org.sallyport.cli.terminal;
