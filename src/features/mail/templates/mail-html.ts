import { Eta } from 'eta';
import type { Brand, MailContent } from './mail-content.js';

const FONT = 'font-family:Arial,Helvetica,sans-serif';
const INK = '#1b1f24';

/** Uses inline styles and layout tables, because mail programs only support those. Loads nothing from elsewhere. */
const LAYOUT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title><%= it.subject %></title>
</head>
<body style="margin:0;padding:0;background-color:<%= it.brand.background %>">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:<%= it.brand.background %>">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background-color:#ffffff;border-top:6px solid <%= it.brand.color %>">
<tr><td style="padding:24px 28px;${FONT};font-size:16px;line-height:24px;color:${INK}">
<p style="margin:0 0 20px;font-size:18px;font-weight:bold"><%= it.brand.name %></p>
<p style="margin:0 0 16px"><%= it.greeting %></p>
<% for (const paragraph of it.paragraphs) { %>
<p style="margin:0 0 16px"><%= paragraph %></p>
<% } %>
<% if (it.facts.length > 0) { %>
<table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;${FONT};font-size:16px;line-height:24px;color:${INK}">
<% for (const [label, value] of it.facts) { %>
<tr><th scope="row" align="left" style="padding:2px 16px 2px 0;font-weight:normal;vertical-align:top;color:#4a5462"><%= label %></th><td style="padding:2px 0;font-weight:bold;vertical-align:top;word-break:break-word"><%= value %></td></tr>
<% } %>
</table>
<% } %>
<% if (it.action) { %>
<p style="margin:24px 0"><a href="<%= it.action.url %>" style="display:inline-block;padding:12px 20px;border:2px solid <%= it.brand.color %>;background-color:#ffffff;color:${INK};font-weight:bold;text-decoration:none"><%= it.action.label %></a></p>
<p style="margin:0 0 16px;font-size:14px;line-height:20px;color:#4a5462">If the button does not work, open this address:<br><span style="word-break:break-all"><%= it.action.url %></span></p>
<% } %>
<% if (it.otherwise) { %>
<p style="margin:0 0 16px"><%= it.otherwise.label %>: <a href="<%= it.otherwise.url %>" style="color:${INK};word-break:break-all"><%= it.otherwise.url %></a></p>
<% } %>
<% if (it.links) { %>
<p style="margin:0 0 8px"><%= it.links.title %></p>
<ul style="margin:0 0 16px;padding:0 0 0 20px">
<% for (const { label, url } of it.links.items) { %>
<li style="margin:0 0 4px"><%= label %>: <a href="<%= url %>" style="color:${INK};word-break:break-all"><%= url %></a></li>
<% } %>
</ul>
<% } %>
<% for (const paragraph of it.closing) { %>
<p style="margin:0 0 16px"><%= paragraph %></p>
<% } %>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

const eta = new Eta({ autoEscape: true });
const layout = eta.compile(LAYOUT);

/** Renders a mail as HTML. All content is escaped. */
export function renderHtml(content: MailContent, brand: Brand): string {
  const { facts = [], action = null, otherwise = null, links = null, ...rest } = content;
  return eta.render(layout, { ...rest, facts, action, otherwise, links, brand });
}
