export const id = 788;
export const ids = [788];
export const modules = {
    441: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            G: () => (readBlock),
            n: () => (writeBlock)
        });
        var _decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(341);
        var _verdict_purses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(269);
        var _readings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(731);
        const NAME = 'pixverse-balance-history';
        const FIRST_LINE = `<!-- ${NAME} v1`;
        const LAST_LINE = `end of ${NAME} -->`;
        const AT_MAX = 253_402_300_799;
        function writeBlock(readings) {
            const rows = readings.map(({ at, credits, unseen = 0 }) => [at, ..._verdict_purses_js__WEBPACK_IMPORTED_MODULE_0__.bN.map((purse) => credits[purse]), unseen]);
            return [FIRST_LINE, ...[columnsOf(_verdict_purses_js__WEBPACK_IMPORTED_MODULE_0__.bN), ...rows].map((cells) => cells.join(' ')), LAST_LINE].join('\n');
        }
        function readBlock(issueBody) {
            const marks = issueBody.split(NAME).length - 1;
            if (marks === 0)
                return { kind: 'none' };
            if (marks > 2)
                return unreadable('there is more than one block');
            const lines = (0, _decode_js__WEBPACK_IMPORTED_MODULE_2__.Dx)(issueBody);
            const [first, last] = [lines.indexOf(FIRST_LINE), lines.indexOf(LAST_LINE)];
            if (first === -1 || last === -1)
                return unreadable('the first or the last line of the block was changed');
            const [header = '', ...rows] = lines.slice(first + 1, last);
            const purses = _verdict_purses_js__WEBPACK_IMPORTED_MODULE_0__.bN.filter((purse) => header.split(' ').includes(purse));
            const columns = columnsOf(purses);
            if (purses.length === 0 || header !== columns.join(' '))
                return unreadable('its header does not name known purses');
            if (rows.length > _readings_js__WEBPACK_IMPORTED_MODULE_1__.fj)
                return unreadable(`it has more than ${_readings_js__WEBPACK_IMPORTED_MODULE_1__.fj} readings`);
            const readings = [];
            for (const row of rows) {
                const reading = readingIn(row, columns);
                const number = readings.length + 1;
                if (reading === undefined)
                    return unreadable(`reading ${number} of ${rows.length} is not a row of whole numbers`);
                if (reading.at <= (readings.at(-1)?.at ?? -1)) {
                    return unreadable(`reading ${number} of ${rows.length} is not later than the one before`);
                }
                readings.push(reading);
            }
            return { kind: 'readings', readings };
        }
        function unreadable(why) {
            return { kind: 'unreadable', why };
        }
        function columnsOf(purses) {
            return ['at', ...purses, 'unseen'];
        }
        function readingIn(row, columns) {
            const numbers = row.split(' ').map(wholeNumber);
            const cell = (column) => numbers[columns.indexOf(column)] ?? 0;
            const [at, unseen] = [cell('at'), cell('unseen')];
            if (numbers.length !== columns.length || !numbers.every(Number.isSafeInteger))
                return undefined;
            if (at < 0 || at > AT_MAX || unseen < 0)
                return undefined;
            const reading = { at, credits: (0, _verdict_purses_js__WEBPACK_IMPORTED_MODULE_0__.Vj)(cell) };
            return unseen === 0 ? reading : { ...reading, unseen };
        }
        function wholeNumber(text) {
            const number = Number(text);
            return String(number) === text ? number : NaN;
        }
    }),
    788: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            openLedger: () => (openLedger)
        });
        var history_block = __webpack_require__(441);
        var purses = __webpack_require__(269);
        var history_readings = __webpack_require__(731);
        ;
        function lastDays(readings, now, days = 30) {
            const totals = new Map(readings.filter(({ at }) => at <= now).map((reading) => [(0, history_readings.kb)(reading.at), total(reading)]));
            const first = (0, history_readings.kb)(now) - days + 1;
            return Array.from({ length: days }, (_, index) => totals.get(first + index));
        }
        function total({ credits }) {
            return purses.bN.reduce((sum, purse) => sum + credits[purse], 0);
        }
        ;
        const READINGS_MIN = 3;
        const COVERED_MIN = 2 * history_readings.d_;
        function paceOf(readings, now) {
            const windows = { 7: perDayOver(7, readings, now), 30: perDayOver(30, readings, now) };
            if (windows[30] === undefined)
                return { kind: 'unknown', windows };
            const week = windows[7] ?? 0;
            const perDay = Math.max(week, windows[30]);
            if (perDay === 0)
                return { kind: 'no-use', windows };
            return { kind: 'pace', perDay, window: week > windows[30] ? 7 : 30, windows };
        }
        function daysLeft(total, pace) {
            return pace.kind === 'pace' ? Math.max(Math.floor(total / pace.perDay), 0) : undefined;
        }
        function lastRefill(readings) {
            return (0, history_readings.AS)(readings).findLast(([from, to]) => (0, history_readings.v1)(from, to))?.[1].at;
        }
        function perDayOver(days, readings, now) {
            const start = now - days * history_readings.d_;
            const inside = readings.filter(({ at }) => at >= start && at <= now);
            if (inside.length < READINGS_MIN)
                return undefined;
            const across = readings.filter(({ at }) => at < start).slice(-1);
            let [used, covered] = [0, 0];
            for (const [from, to] of (0, history_readings.AS)([...across, ...inside])) {
                const seconds = to.at - Math.max(from.at, start);
                used += ((0, history_readings.UB)(from, to) * seconds) / (to.at - from.at);
                covered += seconds;
            }
            if (covered < COVERED_MIN)
                return undefined;
            return Math.ceil(Number(((used / covered) * history_readings.d_).toPrecision(12)));
        }
        ;
        function openLedger(issueBody) {
            const block = (0, history_block.G)(issueBody);
            if (block.kind === 'unreadable')
                return block;
            if (block.kind === 'none' && issueBody !== '')
                return { kind: 'unreadable', why: 'it is missing' };
            const history = block.kind === 'readings' ? block.readings : [];
            return { kind: 'ledger', outlook: (balance, now) => outlookOf(history, balance, Math.floor(now.getTime() / 1000)) };
        }
        function outlookOf(history, balance, now) {
            const { total, ...credits } = balance;
            const readings = (0, history_readings.OS)(history, { at: now, credits });
            const pace = paceOf(readings, now);
            return {
                readings,
                pace: pace.kind === 'unknown'
                    ? undefined
                    : { perDay: pace.kind === 'pace' ? pace.perDay : 0, daysLeft: daysLeft(total, pace) },
                windows: pace.windows,
                days: lastDays(readings, now),
                refill: lastRefill(readings),
                now,
            };
        }
    }),
    731: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            AS: () => (pairs),
            OS: () => (addReading),
            UB: () => (usedBetween),
            d_: () => (DAY),
            fj: () => (READINGS_MAX),
            kb: () => (dayOf),
            v1: () => (isRefill)
        });
        var _verdict_purses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(269);
        const HOUR = 3600;
        const DAY = 24 * HOUR;
        const HOURS = 48;
        const DAYS = 400;
        const READINGS_MAX = HOURS + DAYS;
        const AHEAD_MAX = 24;
        function dayOf(at) {
            return Math.floor(at / DAY);
        }
        function usedBetween(from, to) {
            return drops(from, to) + (to.unseen ?? 0);
        }
        function isRefill(from, to) {
            return to.credits.monthly > from.credits.monthly;
        }
        function pairs(readings) {
            return readings.flatMap((to, index) => {
                const from = readings[index - 1];
                return from === undefined ? [] : [[from, to]];
            });
        }
        function addReading(history, reading) {
            const { at: now } = reading;
            if (history.filter(({ at }) => at >= now).length > AHEAD_MAX)
                return history;
            const kept = [];
            let used = 0;
            let from;
            for (const to of [...history.filter(({ at }) => dayOf(at) > dayOf(now) - DAYS), reading]) {
                if (from !== undefined)
                    used += usedBetween(from, to);
                from = to;
                const last = kept.at(-1);
                const replaces = last?.before !== undefined && isSameSlot(last.reading, to.at, now);
                const hides = replaces && hidesRefill(last.before, last.reading, to);
                if (to !== reading && (hides || to.at >= now))
                    continue;
                if (replaces && !hides) {
                    used += last.used;
                    kept.pop();
                }
                kept.push({ before: kept.at(-1)?.reading, reading: to, used });
                used = 0;
            }
            return kept.map(({ before, reading: { at, credits }, used }) => {
                const unseen = before === undefined ? 0 : used - drops(before, { at, credits });
                return unseen === 0 ? { at, credits } : { at, credits, unseen: Math.min(unseen, Number.MAX_SAFE_INTEGER) };
            });
        }
        function isSameSlot(earlier, at, now) {
            const slot = Math.floor(at / HOUR) > Math.floor(now / HOUR) - HOURS ? HOUR : DAY;
            return Math.floor(earlier.at / slot) === Math.floor(at / slot);
        }
        function hidesRefill(before, last, next) {
            return isRefill(before, last) && !isRefill(before, next);
        }
        function drops(from, to) {
            return _verdict_purses_js__WEBPACK_IMPORTED_MODULE_0__.bN.reduce((sum, purse) => sum + Math.max(from.credits[purse] - to.credits[purse], 0), 0);
        }
    })
};
