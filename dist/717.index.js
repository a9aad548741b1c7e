export const id = 717;
export const ids = [717];
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
    }),
    717: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            dashboardText: () => (dashboardText)
        });
        var block = __webpack_require__(441);
        var safe_text = __webpack_require__(452);
        var balance_table = __webpack_require__(319);
        var format = __webpack_require__(11);
        ;
        const DAY = 86_400;
        function day(at) {
            return (0, safe_text.pj)(new Date(at * 1000).toISOString().slice(0, 10));
        }
        function minute(at) {
            return new Date(at * 1000).toISOString().slice(0, 16).replace('T', ' ');
        }
        ;
        const HEIGHT = 6;
        const STEPS = 2 * HEIGHT;
        function chart({ days, now }) {
            const most = Math.max(1, ...days.map((total) => total ?? 0));
            const columns = days.map((total) => (total === undefined ? undefined : steps(total, most)));
            const lines = Array.from({ length: HEIGHT }, (_, at) => {
                const below = STEPS - 2 * (at + 1);
                return columns.map((height) => cell(height, below)).join('');
            });
            const [first, last] = [day(now - (days.length - 1) * DAY), day(now)];
            const axis = `${first}${last.padStart(days.length - first.length)}`;
            return ['```text', `Highest: ${(0, format.hS)(most, 'credit')}`, ...lines, axis, '```'].join('\n');
        }
        function steps(total, most) {
            return total > 0 ? Math.max(1, Math.round((STEPS * total) / most)) : 0;
        }
        function cell(height, below) {
            if (height === undefined)
                return below === 0 ? '·' : ' ';
            if (height === 0)
                return below === 0 ? '_' : ' ';
            return height > below + 1 ? '█' : height > below ? '▄' : ' ';
        }
        var markup = __webpack_require__(132);
        var messages = __webpack_require__(20);
        ;
        function dashboardText(result, outlook) {
            const { standing, account, region } = result;
            if (standing === undefined)
                return undefined;
            const { balance } = standing;
            const body = [
                `**${(0, markup.CS)(headline(balance.total, outlook))}**`,
                chart(outlook),
                (0, balance_table.ae)([...(0, balance_table.QK)(balance), ...paceRows(outlook), ...refillRow(outlook)]),
                `Credits running low? Top up: ${region.topUp}`,
                `<sub>Account ${(0, markup.aY)(account)} · written on ${minute(outlook.now)} UTC by the PixVerse balance gate, which keeps its readings in this text: please do not edit it.</sub>`,
                (0, block.n)(outlook.readings),
            ];
            return { title: (0, messages.dJ)((0, safe_text.gB) `PixVerse credits`, result), body: `${body.join('\n\n')}\n` };
        }
        const DAYS_MAX = 3650;
        function headline(total, { pace, now }) {
            const left = (0, safe_text.gB) `${(0, format.hS)(total, 'credit')} left`;
            if (pace === undefined)
                return (0, safe_text.gB) `${left}. How long they last will be known after 3 readings over 2 days.`;
            const { perDay, daysLeft } = pace;
            if (daysLeft === undefined)
                return (0, safe_text.gB) `${left}, and no recent use.`;
            if (daysLeft > DAYS_MAX)
                return (0, safe_text.gB) `${left}: at ${(0, format.U9)(perDay)} a day they last more than 10 years.`;
            const end = daysLeft === 0 ? (0, safe_text.gB) `` : (0, safe_text.gB) `, until ${day(now + daysLeft * DAY)}`;
            return (0, safe_text.gB) `${left}: ${(0, messages.nS)({ perDay, daysLeft })}${end}.`;
        }
        function paceRows({ windows }) {
            const pace = (days) => {
                const perDay = windows[days];
                return (0, balance_table.nM)((0, safe_text.gB) `Used a day, last ${days} days`, perDay === undefined ? (0, safe_text.gB) `not known yet` : (0, format.U9)(perDay));
            };
            return [pace(7), pace(30)];
        }
        function refillRow({ refill }) {
            return [(0, balance_table.nM)((0, safe_text.gB) `Monthly purse last refilled`, refill === undefined ? (0, safe_text.gB) `not seen yet` : day(refill))];
        }
    })
};
