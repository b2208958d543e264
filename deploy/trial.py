"""A release, unpacked and run on databases of its own as an operator would; whatever happens, nothing is left running."""
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parent.parent
MINUTES = 60
# what docker asks again and again
HEALTHCHECK = json.loads(re.search(
    r"^HEALTHCHECK .*CMD (\[.*])$", (ROOT / "Dockerfile").read_text().replace("\\\n", ""), re.MULTILINE)[1])
# behind a gateway, and nothing said of it
GATEWAY = {"FAULTMAVEN_IDENTITY_TRUST_GATEWAY": "true", "FAULTMAVEN_IDENTITY_ORGANIZATION_FROM": "none"}


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def listens(port):
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def await_that(what, condition, seconds=2 * MINUTES):
    """Asks again and again until the answer is anything but nothing, and gives it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.05)
    sys.exit(f"{what} within {seconds} s: no.")


class Trial(ExitStack):
    def __init__(self):
        super().__init__()
        self.work = Path(self.enter_context(tempfile.TemporaryDirectory()))
        archives = sorted((ROOT / "target/release").glob("faultmaven-cases-*.tar.gz"))
        if not archives:
            sys.exit("There is no release: build/release makes one.")
        with tarfile.open(archives[0]) as archive:
            archive.extractall(self.work, filter="data")
        self.home = self.work / archives[0].name.removesuffix(".tar.gz")
        self.java = subprocess.run([ROOT / "build/find-java"], check=True, capture_output=True, text=True).stdout.strip()
        # that of the image, which has less than what is installed
        runtime = self.work / "java"
        subprocess.run([ROOT / "deploy/image/runtime", runtime], check=True, env=os.environ | {"JAVA_HOME": self.java})
        # nothing of the machine's own settings
        self.environment = {"PATH": os.environ["PATH"], "JAVA_HOME": str(runtime), "HOME": str(self.work), "LANG": "C.UTF-8"}

    def database(self, name):
        """A PostgreSQL of its own; gives its address."""
        development = ROOT / "platform/dev-database/target"
        classes = f"{development}/classes:{development}/lib/*:{self.home}/lib/lib/*"
        log = self.work / f"{name}.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [f"{self.java}/bin/java", "-cp", classes,
                 "com.faultmaven.database.embedded.Standalone", self.work / name],
                stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT)
        self.callback(self._end, process, lambda: process.stdin.close())
        return await_that("A database starts", lambda: next(
            (line for line in log.read_text().splitlines() if line.startswith("postgresql://")), None))

    def command(self, *words, status=0, **settings):
        """Runs a command of the release to its end, and gives what it says."""
        done = subprocess.run([self.home / "bin/faultmaven", *words], env=self.environment | settings, cwd=self.work,
                              capture_output=True, text=True, timeout=10 * MINUTES)
        said = done.stdout + done.stderr
        assert done.returncode == status, f"{words} ended with {done.returncode}:\n{said}"
        return said

    def serve(self, name, database, **settings):
        """A process that serves, in production; it is ready."""
        service = Service(self, name, {"DATABASE_URL": database, "ENVIRONMENT": "production", "CORS_ORIGINS": "none",
                                       "SERVER_ADDRESS": "127.0.0.1", "FAULTMAVEN_SHUTDOWN_PAUSE": "0s"} | settings)
        self.callback(service.kill)
        await_that(f"{name} is ready", service.is_ready)
        assert service.is_healthy(), "It is ready, and not healthy."
        return service

    def nginx(self, configuration):
        """Debian's, unless there is one, with what is given for its port within http; gives the port."""
        port = free_port()
        places = (f"{place}/nginx" for place in os.environ["PATH"].split(":") + ["/usr/sbin"])
        program = next((place for place in places if os.access(place, os.X_OK)), None) or self._downloaded_nginx()
        temporary = " ".join(f"{name}_temp_path {self.work}/{name};" for name in
                             ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        file = self.work / f"nginx-{port}.conf"
        file.write_text(f"daemon off; pid {self.work}/nginx.pid; error_log {self.work}/nginx.log; events {{}}\n"
                        f"http {{ {temporary} access_log off; {configuration(port)} }}\n")
        process = subprocess.Popen([program, "-c", file, "-e", self.work / "nginx.log"])
        self.callback(self._end, process, process.terminate)
        await_that("nginx listens", lambda: listens(port), seconds=10)
        return port

    def _downloaded_nginx(self):
        subprocess.run(["apt-get", "download", "-qq", "nginx"], cwd=self.work, check=True)
        subprocess.run(["dpkg", "-x", next(self.work.glob("nginx_*.deb")), self.work / "nginx"], check=True)
        return str(self.work / "nginx/usr/sbin/nginx")

    @staticmethod
    def _end(process, ask):
        ask()
        try:
            process.wait(MINUTES)
        except subprocess.TimeoutExpired:
            process.kill()


class Service:
    def __init__(self, trial, name, settings):
        self.port, self.management = free_port(), free_port()
        self.log = trial.work / f"{name}.log"
        with self.log.open("w") as out:
            self.process = subprocess.Popen(
                [trial.home / "bin/faultmaven", "run"], stdout=out, stderr=subprocess.STDOUT, cwd=trial.work,
                env=trial.environment | settings | {"PORT": str(self.port), "MANAGEMENT_SERVER_PORT": str(self.management)})

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method, path, body=None, port=None, **headers):
        """Status, headers and body of an answer; in names of headers a line is a hyphen."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=30)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            if body is not None:
                sent["Content-Type"] = "application/json"
            connection.request(method, path, None if body is None else json.dumps(body), sent)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def status(self, method, path, body=None, port=None, **headers):
        return self.ask(method, path, body, port, **headers)[0]

    def is_ready(self):
        if self.process.poll() is not None:
            sys.exit(f"The process ended:\n{self.log.read_text()}")
        try:
            return self.status("GET", "/ready") == 200
        except OSError:
            return False

    def is_healthy(self):
        return subprocess.run(HEALTHCHECK, env={"PATH": os.environ["PATH"], "PORT": str(self.port)},
                              stderr=subprocess.DEVNULL, timeout=MINUTES).returncode == 0

    def stop(self):
        """As it is asked to by whoever runs it; gives what it logged, a JSON object a line."""
        self.process.terminate()
        assert self.process.wait(MINUTES) in (0, 143), "It does not end as it is asked to."
        assert not self.is_healthy(), "It has ended, and is healthy."
        lines = [json.loads(line) for line in self.log.read_text().splitlines()]
        for line in lines:
            assert {"timestamp", "level", "service", "message"} <= line.keys(), line
            assert line["level"] != "ERROR", line
        return lines

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
