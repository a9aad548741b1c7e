export const id = 860;
export const ids = [860];
export const modules = {
    6860: ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            tell: () => (tell)
        });
        async function tell(_inputs, _result) {
            return Promise.resolve('none');
        }
    })
};
