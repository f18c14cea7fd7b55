package vn.binhdang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;

/** Turns what was thrown into a page, each of the four kinds of "no" in its own way. */
@ControllerAdvice
class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final List<RefusalListener> listeners;

    Refusals(List<RefusalListener> listeners) {
        this.listeners = listeners;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        int status = refused instanceof NotAllowed ? 403 : 409;
        listeners.forEach(listener -> listener.refused(refused, request));
        Text t = text(request);
        String sentence = t.of(refused.messageKey(), refused.arguments().toArray());
        if (Problem.isAnswerTo(request))
            return problem(new Problem(status, refused.messageKey(), t.of("web.refused.title"), sentence));
        return page(status, t.of("web.refused.title"), sentence, "", response);
    }

    @ExceptionHandler({NotVisible.class, NoResourceFoundException.class})
    ModelAndView notVisible(HttpServletRequest request, HttpServletResponse response) {
        Text t = text(request);
        if (Problem.isAnswerTo(request))
            return problem(Problem.of(404, "web.problem.notFound.title", "web.problem.notFound", t));
        return page(404, t.of("web.notFound.title"), t.of("web.notFound.message"), "", response);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response) {
        Text t = text(request);
        if (Problem.isAnswerTo(request))
            return problem(Problem.of(413, "web.tooLarge.title", "web.tooLarge.message", t, 200));
        return page(413, t.of("web.tooLarge.title"), t.of("web.tooLarge.message", 200), "", response);
    }

    @ExceptionHandler
    ModelAndView mistake(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) throw e;
        // An address whose id is no id: the conversion that refused it is wrapped in Spring's own exceptions.
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof NotVisible) return notVisible(request, response);
        Text t = text(request);
        if (Problem.isAnswerTo(request))
            return problem(ProblemsOfRequests.of(e, t).orElseGet(() -> ours(e, request, t)));
        // Spring's own exceptions for requests it cannot serve (a missing part, a method that is not there) know their
        // status.
        if (e instanceof org.springframework.web.ErrorResponse known
                && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            return page(status, t.of("web.badRequest.title"), t.of("web.badRequest.message"), "", response);
        }
        if (e instanceof TypeMismatchException || e instanceof HttpMessageNotReadableException)
            return page(400, t.of("web.badRequest.title"), t.of("web.badRequest.message"), "", response);
        LOG.error("request {} failed", request.getAttribute(ErrorPage.REQUEST_ID), e);
        return page(
                500,
                t.of("web.mistake.title"),
                t.of("web.mistake.message"),
                String.valueOf(request.getAttribute(ErrorPage.REQUEST_ID)),
                response);
    }

    private static Problem ours(Exception e, HttpServletRequest request, Text t) {
        LOG.error("request {} failed", request.getAttribute(ErrorPage.REQUEST_ID), e);
        return Problem.of(500, "web.mistake.title", "web.problem.mistake", t);
    }

    private static ModelAndView problem(Problem problem) {
        return new ModelAndView((model, request, response) -> problem.write(request, response));
    }

    private static ModelAndView page(
            int status, String title, String message, String reference, HttpServletResponse response) {
        response.setStatus(status);
        return new ModelAndView("web/error", "page", new ErrorPage(status, title, message, reference));
    }

    private static Text text(HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        return Text.in(locale);
    }
}
