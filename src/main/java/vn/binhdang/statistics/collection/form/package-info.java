/** Forms: what is asked, of whom, until when; a version is written as a draft and frozen when it is put in force. */
@NullMarked
package vn.binhdang.statistics.collection.form;

import org.jspecify.annotations.NullMarked;
