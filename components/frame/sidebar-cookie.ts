/** Keeps whether the sidebar is `collapsed`, so that the server draws it so. */
export const SIDEBAR_COOKIE = 'boxoffice-sidebar';
