/**
 * The administrative document of Decree 30/2020: what it says ({@link vn.binhdang.document.AdministrativeDocument}),
 * how it is read from files ({@code reading}), checked ({@code checking}) and typeset ({@code writing}). These use
 * neither Spring nor a database and could be released alone; the command line runs them without the server.
 */
@NullMarked
package vn.binhdang.document;

import org.jspecify.annotations.NullMarked;
