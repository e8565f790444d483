/* WebAssembly as Debian 12 compiles it has no way back: memory that runs out is a trap, upon which
 * the page starts the program afresh with the session that it kept (web/page.js). */
#pragma once

typedef int jmp_buf[1];

#define setjmp(landing)         ((void)(landing), 0)
#define longjmp(landing, value) ((void)(landing), (void)(value), __builtin_trap())
