"""Web: pages and chat in the browser (German: *Weboberfläche*).

Server-rendered; every act is a form that also works without script. Handlers
translate, call and translate back. SQL runs in threads, never on the event loop.
"""
