package org.maplebridge.kernel.ground;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What goes wrong outside the handlers, in the server itself or in a filter, in the same words as everything else.
@RestController
class ErrorDesk implements ErrorController {

    private static final int NOT_FOUND = 404;
    private static final int OURS = 500;

    @RequestMapping("/error")
    @Allowed(Allowed.Door.PUBLIC)
    ResponseEntity<Problem> error(HttpServletRequest request) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : NOT_FOUND;
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status));
    }

    private static Problem problem(int status) {
        if (status >= OURS) {
            return Problem.of(status, "failed", "这一步没有办成", "程序出了差错，刚才的提交没有办成，也没有留下一半。")
                    .withNext("再试一次；还是不行，请把时间告诉管理员，日志里有这一条。");
        }
        return status == NOT_FOUND
                ? Problem.of(NOT_FOUND, "not-found", "没有这一页", "网址不对，或者已经搬走了。").withNext("回到首页重新打开。")
                : Problem.of(status, "refused", "这个请求办不了", "请求的写法不对，没有办理。").withNext("刷新页面后再试。");
    }
}
