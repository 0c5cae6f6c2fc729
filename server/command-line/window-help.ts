const where = `The store is the one that the server's settings name (THRESHOLD_DATA, or DATABASE_URL for PostgreSQL), or the SQLite file
of --store; a server may have it open.`;

export const windowsHelp = `
${where}

Examples
  npx threshold windows list
  npx threshold windows set april-2014.json
`;

export const listWindowsHelp = `
Writes {windows, replaced}: the windows that count by phase and first day, each with its source, and those in whose place
another was put, with when and by whom. ${where}

Exit codes
  0  written
  2  bad usage, or a store that is not there, is damaged, or is another program's

Examples
  npx threshold windows list --pretty
`;

export const setWindowHelp = `
A window is {"window": {"id", "label", "programme", "phase", "opens", "closes", "source": {"ref", "standing"}}, "source":
{"title"}}: \`closes\` is the first day on which it takes no claims. It lies over no other of its programme and phase; one that
it replaces gives way to it. Runs that were begun keep the window they were begun in.
Written is the window as it is in force; the audit log says that it was put in force here. ${where}

Exit codes
  0  in force
  2  bad usage, a window that cannot be put in force, or a store that is not there, is damaged, or is another program's

Examples
  npx threshold windows set april-2014.json
  npx threshold windows set - < april-2014.json
`;
