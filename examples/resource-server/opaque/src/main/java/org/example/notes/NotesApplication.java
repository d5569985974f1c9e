package org.example.notes;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application; each role is a scope after a prefix. */
@ApplicationPath("/")
@DeclareRoles({NotesApplication.READ, NotesApplication.WRITE})
public class NotesApplication extends Application {

  static final String READ = "SCOPE_read";
  static final String WRITE = "SCOPE_write";
}
