const page = (server: string, lines: string) => `<script src="${server}/sdk.js"></script>
<script>
  const boxoffice = Boxoffice.createBoxoffice({ key: 'bo_pk_...' });
${lines}
</script>`;

/** What the SDK does with an operation in a page, by the operation's id. */
export const SDK_SAMPLES: Record<string, (server: string) => string> = {
  'post-events': (server) => page(server, '  boxoffice.click(1);\n  boxoffice.view(2);'),
  'post-watch': (server) => page(server, "  boxoffice.watch(document.querySelector('video'), 2);"),
  'get-videos-id': (server) =>
    page(server, '  boxoffice.resumeAt(2).then((seconds) => {\n    video.currentTime = seconds;\n  });'),
};
