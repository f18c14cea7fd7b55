package vn.binhdang.web;

import jakarta.servlet.http.HttpServletRequest;
import vn.binhdang.kernel.Refused;

/** Is told of every refusal a person sees; the module that knows who asked keeps it in the record. */
public interface RefusalListener {
    void refused(Refused refused, HttpServletRequest request);
}
