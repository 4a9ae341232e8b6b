"""Asking an endpoint that speaks OpenAI's chat completions: Ollama, llama.cpp, vLLM, llamafile and their like."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from workbench.domain.errors import BadInputError, MissingExtraError, ModelUnavailableError

LONGEST_ANSWER = 100_000
_LENGTHS = frozenset(("minLength", "maxLength", "minItems", "maxItems"))


class ChatModel:
    """One model at one endpoint. Only what is asked leaves this machine, and only to there."""

    def __init__(
        self, endpoint: str, model: str, *, key: str = "", seconds: float = 60.0, most: int | None = None
    ) -> None:
        """Remember where to ask; nothing is imported or opened yet.

        Args:
            endpoint: Base address of the API, such as http://127.0.0.1:11434/v1.
            model: The model's name there.
            key: What the endpoint knows its users by, if it does.
            seconds: How long one answer may take.
            most: Tokens of an answer, whatever is asked; None leaves it to each question.
        """
        self.endpoint, self.name = endpoint, model
        self.seconds = seconds
        self._key, self._most = key, most

    @property
    def _where(self) -> str:
        return f"the language model at {urlsplit(self.endpoint).netloc}"

    @property
    def too_long(self) -> str:
        """What is said of an answer that does not come in time."""
        return f"{self._where} did not answer within {self.seconds:g} seconds."

    def ask(self, messages: list[dict[str, str]], schema: dict[str, Any], tokens: int) -> str:
        """The words of its answer, asked for in a JSON schema, or plainly where the endpoint has no schemas.

        Args:
            messages: What is asked.
            schema: What the answer is to fit.
            tokens: The length at which the endpoint is to break it off: a small model may never end by itself.

        Raises:
            MissingExtraError: The optional package is not installed.
            ModelUnavailableError: The endpoint cannot be reached, refuses or takes too long, or broke its answer off.
        """
        tokens = self._most or tokens
        try:
            import openai
        except ImportError as error:
            raise MissingExtraError(
                "asking a language model needs a package that is not installed: pip install 'claim-workbench[llm]'."
            ) from error
        where = self._where
        # no proxy and no settings of the environment: only the endpoint that was named is asked
        client = openai.OpenAI(
            base_url=self.endpoint,
            api_key=self._key or "none",
            organization="",
            project="",
            timeout=self.seconds,
            max_retries=0,
            http_client=openai.DefaultHttpxClient(trust_env=False, follow_redirects=False),
        )
        shape = without_lengths(schema)
        wanted = {"type": "json_schema", "json_schema": {"name": "proposal", "schema": shape, "strict": True}}
        create: Any = client.chat.completions.create  # the endpoint is another program than it is typed for
        asked: Any = {"model": self.name, "messages": messages, "temperature": 0, "max_tokens": tokens}
        bare: Any = {"model": self.name, "messages": messages, "max_completion_tokens": tokens}
        older: Any = {"type": "json_object", "schema": shape}  # how llama-cpp-python's server is told one
        # Which server knows which is found out by asking; some know the limit by its newer name alone, and no
        # temperature. llama-cpp-python's server answers 500 to a form that it does not know.
        forms = [{**asked, "response_format": wanted}, {**asked, "response_format": older}, asked, bare]
        refused = (openai.BadRequestError, openai.UnprocessableEntityError, openai.InternalServerError)
        try:
            with client:
                for form in forms[:-1]:
                    try:
                        answer: Any = create(**form)
                        break
                    except refused as error:
                        if form is asked and isinstance(error, openai.InternalServerError):
                            raise
                else:
                    answer = create(**forms[-1])
        except openai.APITimeoutError as error:
            raise ModelUnavailableError(self.too_long) from error
        except openai.APIConnectionError as error:
            raise ModelUnavailableError(f"{where} cannot be reached; is it running?") from error
        except openai.APIStatusError as error:
            raise ModelUnavailableError(f"{where} answers {error.status_code}: {_line(error.message)}.") from error
        except (openai.OpenAIError, ValueError, TypeError) as error:
            raise ModelUnavailableError(f"{where} answers what is no chat completion ({_line(str(error))}).") from error
        try:
            words, cut = answer.choices[0].message.content, answer.choices[0].finish_reason == "length"
        except (AttributeError, IndexError, TypeError) as error:
            raise ModelUnavailableError(f"{where} answers what is no chat completion.") from error
        if cut:
            raise ModelUnavailableError(
                f"{where} was not done after {tokens:,} tokens; `workbench suggest` with --max-tokens "
                "allows more, as a model that thinks aloud needs."
            )
        if not isinstance(words, str) or not words.strip() or len(words) > LONGEST_ANSWER:
            raise ModelUnavailableError(f"{where} answered with no words, or with too many.")
        return words


def without_lengths(schema: Any) -> Any:
    """A schema as endpoints can hold an answer to it: a grammar that counts to 2,000 ends llama.cpp's server."""
    if isinstance(schema, dict):
        return {key: without_lengths(value) for key, value in schema.items() if key not in _LENGTHS}
    return [without_lengths(entry) for entry in schema] if isinstance(schema, list) else schema


def is_loopback(endpoint: str) -> bool:
    """Whether an endpoint is on this machine."""
    host = urlsplit(endpoint).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def checked_endpoint(address: str) -> str:
    """An endpoint's address.

    Raises:
        BadInputError: It is no http or https address.
    """
    try:
        parts = urlsplit(address.strip())
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or any(sign.isspace() for sign in address.strip()):
        raise BadInputError(f"{address!r} is no address of an endpoint; give one such as http://127.0.0.1:11434/v1.")
    return address.strip().rstrip("/")


def _line(words: str) -> str:
    return " ".join(words.split())[:200].rstrip(".")
