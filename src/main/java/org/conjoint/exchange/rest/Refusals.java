package org.conjoint.exchange.rest;

import org.conjoint.exchange.Uploads;
import org.conjoint.exchange.mapping.MappingProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Problem details (RFC 9457) for what cannot be done. */
@RestControllerAdvice(basePackageClasses = Refusals.class)
class Refusals {

    /** There is no such thing. */
    static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotThere(String message) {
            super(message);
        }
    }

    /** Not below a folder that the configuration allows. */
    static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAllowed(String message) {
            super(message);
        }
    }

    @ExceptionHandler
    ProblemDetail missing(NotThere problem) {
        return detail(HttpStatus.NOT_FOUND, "Not found", problem);
    }

    @ExceptionHandler
    ProblemDetail forbidden(NotAllowed problem) {
        return detail(HttpStatus.FORBIDDEN, "Not allowed", problem);
    }

    @ExceptionHandler
    ProblemDetail mapping(MappingProblem problem) {
        return detail(HttpStatus.UNPROCESSABLE_ENTITY, "The mapping cannot be used", problem);
    }

    @ExceptionHandler
    ProblemDetail large(Uploads.TooLarge problem) {
        return detail(HttpStatus.CONTENT_TOO_LARGE, "Too large", problem);
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException problem) {
        return detail(HttpStatus.BAD_REQUEST, "The request cannot be carried out", problem);
    }

    @ExceptionHandler
    ProblemDetail wrong(MethodArgumentTypeMismatchException problem) {
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "“%s” is not a value for %s".formatted(problem.getValue(), problem.getName()));
        detail.setTitle("The request cannot be carried out");
        return detail;
    }

    private static ProblemDetail detail(HttpStatus status, String title, Exception problem) {
        var detail = ProblemDetail.forStatusAndDetail(status, String.valueOf(problem.getMessage()));
        detail.setTitle(title);
        return detail;
    }
}
