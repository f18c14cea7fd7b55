package vn.binhdang.web;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what is wrong with a request that reached no method of ours, so that its writer need not guess. */
final class ProblemsOfRequests {
    private static final String TITLE = "web.badRequest.title";

    private ProblemsOfRequests() {}

    /** @return empty when it is our mistake */
    static Optional<Problem> of(Exception e, Text t) {
        return Optional.ofNullable(
                switch (e) {
                    case HttpRequestMethodNotSupportedException method ->
                        Problem.of(405, TITLE, "web.problem.method", t, method.getMethod(), offered(method));
                    case HttpMediaTypeNotSupportedException type ->
                        Problem.of(415, TITLE, "web.problem.contentType", t, String.valueOf(type.getContentType()));
                    case HttpMediaTypeNotAcceptableException _ -> Problem.of(406, TITLE, "web.problem.accept", t);
                    case MissingServletRequestParameterException missing ->
                        Problem.of(400, TITLE, "web.problem.missing", t, missing.getParameterName());
                    case MissingRequestValueException _ -> Problem.of(400, TITLE, "web.problem.incomplete", t);
                    case MethodArgumentTypeMismatchException mismatch -> wrong(mismatch.getName(), t);
                    case BindingResult errors -> wrong(fields(errors), t);
                    case TypeMismatchException mismatch -> wrong(String.valueOf(mismatch.getPropertyName()), t);
                    case HttpMessageNotReadableException _ -> Problem.of(400, TITLE, "web.problem.unreadable", t);
                    case ErrorResponse known
                    when known.getStatusCode().is4xxClientError() ->
                        Problem.of(known.getStatusCode().value(), TITLE, "web.problem.refused", t);
                    default -> null;
                });
    }

    private static Problem wrong(String parameter, Text t) {
        return Problem.of(400, TITLE, "web.problem.wrong", t, parameter);
    }

    private static String fields(BindingResult errors) {
        return errors.getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String offered(HttpRequestMethodNotSupportedException e) {
        var methods = e.getSupportedHttpMethods();
        return methods == null
                ? ""
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
