# Starts vsftpd. PORT; ANONYMOUS: YES or NO; with NO, the owner's account alone.
: "${ANONYMOUS:=YES}"
mkdir -p pub/clips /var/run/vsftpd/empty
chmod 755 . pub
{ cat /etc/passwd; echo "ftp:x:1501:1501::$WORK/pub:/usr/sbin/nologin"; } >passwd
mount --bind passwd /etc/passwd
printf '%s\n' listen=YES listen_address=$DEVICE listen_port=$PORT anonymous_enable=$ANONYMOUS local_enable=NO anon_root=$WORK/pub background=NO secure_chroot_dir=/var/run/vsftpd/empty ftpd_banner=ready >ftp.conf
vsftpd "$WORK/ftp.conf" &
