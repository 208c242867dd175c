if ! command -v plumbline > /dev/null; then
  echo "The command 'plumbline' is not on the PATH of this runner. Install it there."
  exit 2
fi
set -- @DOSSIER@ --out plumbline-report --summary plumbline-report/pull-request.md@DEVICE@
if [ -f @BASELINE@ ]; then
  set -- "$@" --baseline @BASELINE@
else
  echo "There is no baseline yet: this build passes only when everything is decided and passes."
  echo "To begin, review plumbline-report/result.json and commit it as @BASELINE@."
fi
code=0
plumbline assess "$@" || code=$?
case $code in
  0) echo "Plumbline: all passes, or nothing got worse than the baseline." ;;
  10) echo "Plumbline: something FAILs; against a baseline, something that did not before." ;;
  11) echo "Plumbline: not all is decided; against a baseline, something got worse." ;;
  12) echo "Plumbline: the dossier has problems to mend; 'plumbline check @DOSSIER@' shows all." ;;
  13) echo "Plumbline: nobody allowed what the dossier wants here; 'plumbline trust @DOSSIER@ --show' lists it." ;;
  2) echo "Plumbline: wrong use; look at the lines above." ;;
  *) echo "Plumbline: a defect of Plumbline, or it could not run; nothing follows for the product." ;;
esac
exit $code
