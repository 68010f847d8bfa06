export const style = `
:root{color-scheme:light dark;--page:#f3f2ef;--pane:#fff;--text:#23262b;--quiet:#5d626b;--line:#e4e2dc;--chosen:#eef2f0;--accent:#1f6f54}
@media (prefers-color-scheme:dark){:root{--page:#121417;--pane:#1a1d21;--text:#eceef0;--quiet:#a6adb6;--line:#2e3238;--chosen:#24302c;--accent:#6fc7a6}}
*{box-sizing:border-box}
html,body{height:100%}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;display:flex;flex-direction:column;overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:-2px;border-radius:8px}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:4px 20px;padding:14px 24px}
.top h1,.top .title{margin:0;font-size:19px;line-height:28px;font-weight:650;letter-spacing:-.01em}
.top p{margin:0;flex:1 1 320px;color:var(--quiet);font-size:14px;line-height:20px}
.press{display:inline-flex;align-items:center;min-height:44px;padding:0 16px;border:1px solid var(--line);border-radius:10px;background:var(--pane);font-size:15px;font-weight:550}
.press:hover{border-color:var(--quiet)}
.press[aria-current]{border-color:var(--accent);color:var(--accent)}
.panes{flex:1;min-height:0;display:grid;grid-template-columns:minmax(280px,380px) 1fr;gap:16px;padding:0 24px 24px}
.pane{background:var(--pane);border:1px solid var(--line);border-radius:14px;overflow:hidden;min-height:0;display:flex;flex-direction:column}
.list ul{margin:0;padding:0;list-style:none;overflow:auto;flex:1}
.list li+li{border-top:1px solid var(--line)}
.list a{display:block;padding:13px 18px;border-left:3px solid transparent}
.list a:hover{background:color-mix(in srgb,var(--chosen) 55%,transparent)}
.list a[aria-current]{background:var(--chosen);border-left-color:var(--accent)}
.who{display:flex;justify-content:space-between;gap:12px}
.who b{margin-left:-2px;padding-left:2px;font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.who time{flex:none;color:var(--quiet);font-size:13px;line-height:24px}
.list span{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;color:var(--quiet);font-size:15px;line-height:22px}
.note{margin:0;padding:10px 18px;border-top:1px solid var(--line);color:var(--quiet);font-size:13px}
.nothing{margin:auto;padding:40px 28px;text-align:center;color:var(--quiet);max-width:420px}
.nothing h2{margin:0 0 6px;font-size:18px;color:var(--text)}
.nothing p{margin:0}
.head{padding:20px 24px;border-bottom:1px solid var(--line)}
.head h1{margin:0 0 6px;font-size:21px;line-height:28px;font-weight:650;letter-spacing:-.01em}
.head p{margin:0;color:var(--quiet);font-size:14px}
.ways{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
iframe{flex:1;width:100%;border:0;min-height:420px;background:var(--page)}
pre{flex:1;margin:0;padding:24px;overflow:auto;white-space:pre-wrap;font:15px/1.65 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.back{display:none}
@media (max-width:760px){
.panes{display:block;padding:0 12px 16px}
.top{padding:12px 16px}
.top p{order:3;flex-basis:100%}
.again{margin-left:auto}
.reading .top p,.reading .title,.reading .again,.reading .list,.resting .reader{display:none}
.list ul{overflow:visible}
.back{display:inline-flex}
html,body{height:auto;min-height:100%}
iframe{flex:none;height:calc(100vh - 32px)}
.head{padding:16px 18px}
}
`;
