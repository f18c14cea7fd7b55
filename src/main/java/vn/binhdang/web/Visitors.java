package vn.binhdang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who is signed in; the module that knows accounts answers it. */
public interface Visitors {
    Optional<Visitor> visitor(HttpServletRequest request);
}
