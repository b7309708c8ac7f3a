"""Mails written as React components: JSX becomes the page that its reader gets, each word with its place."""
