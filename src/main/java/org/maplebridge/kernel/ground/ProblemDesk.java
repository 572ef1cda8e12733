package org.maplebridge.kernel.ground;

import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns what went wrong into an answer people can act on. Nothing of the inside is told.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDesk.class);
    private static final String JSON = "ground.json";
    private static final String WAIT_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused) {
        var answer = answer(refused.problem());
        return refused.waitSeconds() == 0
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(refused.waitSeconds()))
                        .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException wrong) {
        if (wrong.getRequiredType() == java.util.UUID.class) {
            return answer(Problem.of(404, "not-found", "找不到", "网址里的编号不对。").withNext("从列表里重新打开。"));
        }
        var words = wrong.getMostSpecificCause() instanceof DateTimeException
                ? "日期请按 2026-09-05 的样子填写，年份在 1950 到 2198 之间。"
                : "格式不对，请核对后再试。";
        return answer(Problem.fields(List.of(new Problem.Field(wrong.getName(), words))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        return answer(Problem.fields(List.of(new Problem.Field(missing.getParameterName(), "缺少这一项。"))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException wrong) {
        var allowed =
                java.util.Optional.ofNullable(wrong.getSupportedHttpMethods()).orElse(java.util.Set.of());
        var names = allowed.stream().map(Object::toString).sorted().collect(Collectors.joining("、"));
        var answer = answer(Problem.of(405, "method", "不支持这种请求", "这里不接受 " + wrong.getMethod() + " 请求。")
                .withRule("ground.method")
                .withNext(names.isEmpty() ? "从本系统的页面操作。" : "这里接受：" + names + "。"));
        return ResponseEntity.status(405)
                .headers(answer.getHeaders())
                .header(HttpHeaders.ALLOW, names.replace("、", ", "))
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException wrong) {
        return answer(Problem.of(415, "content-type", "只收 JSON", "请求的 Content-Type 应是 application/json。")
                .withRule(JSON)
                .withNext("请从本系统的页面提交；程序调用请改 Content-Type。"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof StreamConstraintsException) {
            return answer(Problem.of(413, "too-large", "内容太长或层次太深", "这份内容超出了一次能收的大小。")
                    .withRule(JSON)
                    .withNext("只写要点；长材料作为附件上传。"));
        }
        if (unreadable.getCause() instanceof DatabindException wrong
                && !wrong.getPath().isEmpty()) {
            return answer(Problem.fields(List.of(new Problem.Field(place(wrong), why(wrong)))));
        }
        return answer(Problem.of(400, "json", "内容读不懂", "内容不是完整的 JSON，或者同一项写了两次。")
                .withRule(JSON)
                .withNext("检查是否被截断、编码是否为 UTF-8、每一项是否只写一次。"));
    }

    private static String place(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? String.valueOf(step.getIndex())
                        : Words.shown(step.getPropertyName()))
                .collect(Collectors.joining("."));
    }

    private static String why(DatabindException wrong) {
        return wrong instanceof UnrecognizedPropertyException ? "没有这一项，请去掉。" : "格式不对。日期请按 2026-09-05 的样子填写，其余从列表里选。";
    }

    @ExceptionHandler
    ResponseEntity<Problem> nothingThere(NoResourceFoundException nothing) {
        return answer(Problem.of(404, "not-found", "没有这一页", "网址不对，或者已经搬走了。").withNext("回到首页重新打开。"));
    }

    /// The database is away, its disk is full, or two acts were in each other's way: nothing was written.
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Problem> away(RuntimeException failure) {
        LOG.warn("the database did not answer: {}", failure.getMessage());
        var full = DatabaseStates.full(failure);
        var problem = full
                ? Problem.of(507, "full", "存不下了", "服务器的磁盘满了，刚才的提交没有办成，也没有留下一半。")
                        .withNext("请告诉管理员腾出磁盘空间；之后用同一个 Idempotency-Key 再提交，您填的内容还在。")
                : Problem.of(503, "away", "暂时存不上", "数据库这会儿没有应答，刚才的提交没有办成，也没有留下一半。")
                        .withNext("稍等一会儿，用同一个 Idempotency-Key 再提交；您填的内容还在。");
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, WAIT_SECONDS)
                .body(problem.withRule(full ? "ground.disk" : "ground.database"));
    }

    /// @return nothing where whoever asked has left: there is nobody to tell, and nothing is wrong with the program
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> failed(Exception failure) {
        if (failure instanceof DataAccessException data && DatabaseStates.away(data)) {
            return away(data);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("the client left before its answer: {}", failure.getMessage());
            return null;
        }
        if (failure instanceof ErrorResponse told && told.getStatusCode().is4xxClientError()) {
            return answer(Problem.of(told.getStatusCode().value(), "refused", "这个请求办不了", "请求的写法不对，没有办理。")
                    .withRule("ground.request")
                    .withNext("刷新页面后再试；程序调用请对照 /api/openapi.json。"));
        }
        LOG.error("a request failed", failure);
        return answer(Problem.of(500, "failed", "这一步没有办成", "程序出了差错，刚才的提交没有办成，也没有留下一半。")
                .withNext("再试一次；还是不行，请把时间告诉管理员，日志里有这一条。"));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
