package org.maplebridge.kernel.ground;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Turns what went wrong into an answer people can act on. Nothing of the inside is told.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDesk.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused) {
        return answer(refused.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException wrong) {
        if (wrong.getRequiredType() == java.util.UUID.class) {
            return answer(Problem.of(404, "not-found", "找不到", "网址里的编号不对。").withNext("从列表里重新打开。"));
        }
        return answer(Problem.fields(java.util.List.of(new Problem.Field(wrong.getName(), "格式不对，请核对后再试。"))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        return answer(Problem.fields(java.util.List.of(new Problem.Field(missing.getParameterName(), "缺少这一项。"))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> method(HttpRequestMethodNotSupportedException wrong) {
        return answer(Problem.of(405, "method", "不支持这种请求", "这里不接受 " + wrong.getMethod() + " 请求。"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException wrong) {
        return answer(Problem.of(415, "content-type", "只收 JSON", "请求的 Content-Type 应是 application/json。"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(Problem.of(400, "json", "内容读不懂", "内容不是完整的 JSON，或者有一项的格式不对。")
                .withNext("检查是否被截断、编码是否为 UTF-8、日期是否写成 2026-09-05 的样子。"));
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
        return answer(Problem.of(503, "away", "暂时存不上", "数据库这会儿没有应答，刚才的提交没有办成，也没有留下一半。")
                .withNext("稍等一会儿，用同一个 Idempotency-Key 再提交；您填的内容还在。"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> failed(Exception failure) {
        if (failure instanceof DataAccessException data && full(data)) {
            return away(data);
        }
        LOG.error("a request failed", failure);
        return answer(Problem.of(500, "failed", "这一步没有办成", "程序出了差错，刚才的提交没有办成，也没有留下一半。")
                .withNext("再试一次；还是不行，请把时间告诉管理员，日志里有这一条。"));
    }

    /// Class 53: insufficient resources (disk full, out of memory, too many connections).
    private static boolean full(DataAccessException data) {
        return data.getRootCause() instanceof java.sql.SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("53") || sql.getSQLState().startsWith("57P"));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
