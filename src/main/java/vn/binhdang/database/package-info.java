/**
 * Where the data lies: the data folder, the PostgreSQL server that comes with the product or the one given by URL, and
 * the migrations of all modules. Everything here happens before the first bean of a module is made.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, displayName = "Database")
@NullMarked
package vn.binhdang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
