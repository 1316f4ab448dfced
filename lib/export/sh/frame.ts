/**
 * The part of the script that is the same for all calls: POSIX sh, nothing but curl, cat, sed, rm and mktemp. `predict` notes one
 * allowed answer, `call` makes the call and prints prediction and result side by side.
 */
export const frame = `: "\${CONNECT_TIMEOUT:=10}"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
predictions=0
differ=0

# predict status CODE | predict body CODE TEXT | predict part CODE TEXT | predict answer | predict exit CODE...
predict() {
  predictions=$((predictions + 1))
  printf '%s' "$1" >"$work/$predictions.kind"
  printf ' %s ' "$2" >"$work/$predictions.codes"
  printf '%s' "$3" >"$work/$predictions.text"
}

# trimmed FILE: its text without blanks at the ends of lines, nothing where there is no file.
trimmed() {
  [ ! -f "$1" ] || sed 's/[[:space:]]*$//' "$1"
}

# fits N: whether the answer that came is the one of prediction N.
fits() {
  codes=$(cat "$work/$1.codes")
  text=$(trimmed "$work/$1.text")
  got=$status
  [ "$code" -eq 0 ] || got=none
  case $(cat "$work/$1.kind") in
    exit) got=$code ;;
    answer) [ "$code" -eq 0 ]; return ;;
    body) [ "$text" = "$answer" ] || return 1 ;;
    part) case $answer in *"$text"*) ;; *) return 1 ;; esac ;;
  esac
  case $codes in *" $got "*) return 0 ;; esac
  return 1
}

# call TITLE PREDICTED curl ARGUMENTS...
call() {
  title=$1
  predicted=$2
  shift 3
  status=$(curl -sS -o "$work/answer" -w '%{http_code}' --connect-timeout "$CONNECT_TIMEOUT" "$@" 2>"$work/errors")
  code=$?
  answer=$(trimmed "$work/answer")
  came=$status
  [ "$code" -eq 0 ] || came="curl exit $code"
  verdict=DIFFERS
  [ "$predictions" -gt 0 ] || verdict=-
  n=1
  while [ "$n" -le "$predictions" ]; do
    if fits "$n"; then verdict=ok; fi
    n=$((n + 1))
  done
  printf '%-8s %-52s predicted %-20s came %s\\n' "$verdict" "$title" "$predicted" "$came"
  if [ "$verdict" = DIFFERS ]; then
    differ=1
    cat "$work/errors"
    [ -z "$answer" ] || printf '         %s\\n' "$answer"
  fi
  predictions=0
  rm -f "$work/answer"
}
`
