"""OpenID Connect: people sign in where they already are (*Anmeldung über das Haus*)."""
