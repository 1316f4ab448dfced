"""The AWS CLI, loaded once and forked for each command: a command of its own takes a second to load.

    python cli.py serve SOCKET            stays and answers
    python -I -S cli.py SOCKET WORDS...   runs one command, as `aws WORDS...` would
"""
import os
import socket
import sys


def serve(path):
    import tempfile

    from awscli.clidriver import create_clidriver

    driver = create_clidriver()
    loader = driver.session.get_component("data_loader")
    for service in ("apigateway", "ec2", "ecs", "elbv2", "sts"):
        loader.load_service_model(service, "service-2")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen(8)
    while True:
        asked, _ = listening.accept()
        if os.fork() == 0:
            words = received(asked).decode().split("\0")
            with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                code = driver.main(words)
                sys.stdout.flush()
                sys.stderr.flush()
                texts = []
                for file in (out, err):
                    file.seek(0)
                    texts.append(file.read())
            asked.sendall(b"%d %d\n" % (code, len(texts[0])) + texts[0] + texts[1])
            os._exit(0)
        asked.close()
        while True:
            try:
                if os.waitpid(-1, os.WNOHANG)[0] == 0:
                    break
            except ChildProcessError:
                break


def received(connection):
    data = b""
    while part := connection.recv(65536):
        data += part
    return data


def run(path, words):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(path)
    connection.sendall("\0".join(words).encode())
    connection.shutdown(socket.SHUT_WR)
    head, _, body = received(connection).partition(b"\n")
    code, length = map(int, head.split())
    sys.stdout.buffer.write(body[:length])
    sys.stderr.buffer.write(body[length:])
    sys.exit(code)


if sys.argv[1] == "serve":
    serve(sys.argv[2])
else:
    run(sys.argv[1], sys.argv[2:])
