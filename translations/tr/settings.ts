<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>SecretStore</name>
    <message>
        <source>using the secret “%1”</source>
        <extracomment>%1 is the name of an entry in the keychain</extracomment>
        <translation>“%1” sırrını kullanmak</translation>
    </message>
    <message>
        <source>the keychain has no such entry, or it is locked</source>
        <translation>anahtarlıkta böyle bir kayıt yok ya da anahtarlık kilitli</translation>
    </message>
    <message>
        <source>Unlock the keychain (log in to the desktop, or open its password manager) and try again; if the entry is gone, enter the secret anew.</source>
        <translation>Anahtarlığın kilidini açın (masaüstünde oturum açın ya da parola yöneticisini açın) ve yeniden deneyin; kayıt silinmişse sırrı yeniden girin.</translation>
    </message>
    <message>
        <source>the keychain refused: %1</source>
        <translation>anahtarlık reddetti: %1</translation>
    </message>
    <message>
        <source>Unlock the keychain and allow Kaptan to use it, then try again.</source>
        <translation>Anahtarlığın kilidini açıp Kaptan’a izin verin, sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>no keychain answers in this session (%1)</source>
        <translation>bu oturumda yanıt veren bir anahtarlık yok (%1)</translation>
    </message>
    <message>
        <source>Install one (sudo apt install gnome-keyring) and log in again, or start it by hand: dbus-run-session, then gnome-keyring-daemon --unlock --components=secrets.</source>
        <translation>Bir tane kurup (sudo apt install gnome-keyring) yeniden oturum açın ya da elle başlatın: dbus-run-session, ardından gnome-keyring-daemon --unlock --components=secrets.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Görünüm</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Ölçümler</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Loglar</translation>
    </message>
    <message>
        <source>Embedded engine</source>
        <translation>Gömülü motor</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Onaylar</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Masaüstü gibi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Yüksek karşıtlık</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Colours of the whole window.</source>
        <translation>Bütün pencerenin renkleri.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Sıkışık</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Yoğunluk</translation>
    </message>
    <message>
        <source>Compact tables show more rows at once.</source>
        <translation>Sıkışık tablolar aynı anda daha çok satır gösterir.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistem gibi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Changes at once, without a restart.</source>
        <translation>Yeniden başlatmadan hemen değişir.</translation>
    </message>
    <message>
        <source>Connect at start</source>
        <translation>Açılışta bağlan</translation>
    </message>
    <message>
        <source>Opens the connection used last, or the first one found.</source>
        <translation>Son kullanılan bağlantıyı ya da bulunan ilkini açar.</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Aralık</translation>
    </message>
    <message>
        <source>How often CPU, memory, network and disk of what is visible are sampled.</source>
        <translation>Görünenlerin CPU, bellek, ağ ve disk ölçümlerinin ne sıklıkta alınacağı.</translation>
    </message>
    <message>
        <source>s</source>
        <extracomment>seconds</extracomment>
        <translation>sn</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Tampon</translation>
    </message>
    <message>
        <source>How much of each open log is kept in memory; the oldest lines go first.</source>
        <translation>Açık her logun ne kadarının bellekte tutulacağı; önce en eski satırlar atılır.</translation>
    </message>
    <message>
        <source>MiB</source>
        <extracomment>mebibytes, 1024 x 1024 bytes</extracomment>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Lines at first</source>
        <translation>İlk okunan satırlar</translation>
    </message>
    <message>
        <source>How many of the last lines are read when a log is opened.</source>
        <translation>Bir log açılınca son kaç satırın okunacağı.</translation>
    </message>
    <message>
        <source>Timestamps</source>
        <translation>Zaman damgaları</translation>
    </message>
    <message>
        <source>Shows beside each line when it was written.</source>
        <translation>Her satırın yanında ne zaman yazıldığını gösterir.</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Uzun satırları kaydır</translation>
    </message>
    <message>
        <source>Otherwise they are scrolled sideways.</source>
        <translation>Aksi halde yana kaydırılarak okunurlar.</translation>
    </message>
    <message>
        <source>Offer it where no engine is found</source>
        <translation>Motor bulunamayınca öner</translation>
    </message>
    <message>
        <source>The embedded engine is Podman, started by Kaptan as your own service.</source>
        <translation>Gömülü motor, Kaptan’ın sizin servisiniz olarak başlattığı Podman’dır.</translation>
    </message>
    <message>
        <source>Keep it running after Kaptan is closed</source>
        <translation>Kaptan kapanınca çalışmayı sürdürsün</translation>
    </message>
    <message>
        <source>Otherwise its service ends with Kaptan; containers go on either way.</source>
        <translation>Aksi halde servisi Kaptan’la birlikte sona erer; konteynerler her durumda çalışmayı sürdürür.</translation>
    </message>
    <message>
        <source>Ask before a stop</source>
        <translation>Durdurmadan önce sor</translation>
    </message>
    <message>
        <source>Production connections always ask.</source>
        <translation>Üretim bağlantıları her zaman sorar.</translation>
    </message>
    <message>
        <source>Ask before a restart</source>
        <translation>Yeniden başlatmadan önce sor</translation>
    </message>
    <message>
        <source>Ask before scaling to zero</source>
        <translation>Sıfıra ölçeklemeden önce sor</translation>
    </message>
    <message>
        <source>Nothing would serve any more.</source>
        <translation>Hizmet veren hiçbir şey kalmaz.</translation>
    </message>
    <message>
        <source>Ask before quitting while tasks run</source>
        <translation>Görevler sürerken çıkmadan önce sor</translation>
    </message>
    <message>
        <source>Tasks that are under way are cancelled by quitting.</source>
        <translation>Süren görevler çıkınca iptal edilir.</translation>
    </message>
    <message>
        <source>this value cannot be used</source>
        <translation>bu değer kullanılamaz</translation>
    </message>
    <message>
        <source>Use a whole number from %1 to %2.</source>
        <translation>%1 ile %2 arasında bir tam sayı kullanın.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read (%2); defaults are used.</source>
        <extracomment>%1 is a path, %2 the reason</extracomment>
        <translation>%1 içindeki ayarlar okunamıyor (%2); varsayılanlar kullanılıyor.</translation>
    </message>
    <message>
        <source>The file was kept as %1.</source>
        <translation>Dosya %1 adıyla saklandı.</translation>
    </message>
    <message>
        <source>The setting %1 in %2 has a value that cannot be used; its default is used.</source>
        <extracomment>%1 is the name of a setting as the file has it, %2 a path</extracomment>
        <translation>%2 içindeki %1 ayarının değeri kullanılamıyor; varsayılanı kullanılıyor.</translation>
    </message>
    <message>
        <source>Connection number %1 in %2 cannot be read and is left out.</source>
        <extracomment>%1 is a number (&quot;the second&quot;), %2 a path</extracomment>
        <translation>%2 içindeki %1 numaralı bağlantı okunamıyor ve atlandı.</translation>
    </message>
    <message>
        <source>it is larger than any settings file</source>
        <translation>bir ayar dosyası için fazla büyük</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <extracomment>%1 is the reader&apos;s own words, %2 a number of bytes</extracomment>
        <translation>%2. baytta %1</translation>
    </message>
    <message>
        <source>it is JSON, but not of settings</source>
        <translation>JSON, ama ayar içermiyor</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>klasör oluşturulamıyor</translation>
    </message>
    <message>
        <source>this user may not write there</source>
        <translation>bu kullanıcı oraya yazamıyor</translation>
    </message>
    <message>
        <source>another process holds its lock</source>
        <translation>kilidini başka bir süreç tutuyor</translation>
    </message>
    <message>
        <source>a copy of it cannot be made</source>
        <translation>bir kopyası alınamıyor</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geçmiş</translation>
    </message>
    <message>
        <source>Record what is shown</source>
        <translation>Gösterileni kaydet</translation>
    </message>
    <message>
        <source>Samples and events of the connection that the window shows are kept while it does. Marked connections are recorded always.</source>
        <translation>Pencerede gösterilen bağlantının ölçümleri ve olayları, gösterildiği sürece saklanır. İşaretli bağlantılar her zaman kaydedilir.</translation>
    </message>
    <message>
        <source>Sampled every</source>
        <translation>Ölçüm aralığı</translation>
    </message>
    <message>
        <source>How often what workloads use is kept.</source>
        <translation>İş yüklerinin kullandığı kaynakların ne sıklıkla saklandığı.</translation>
    </message>
    <message>
        <source>Keep samples</source>
        <translation>Ölçümleri sakla</translation>
    </message>
    <message>
        <source>Older ones stay as spans of ten minutes.</source>
        <translation>Daha eskileri on dakikalık aralıklar olarak kalır.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>gün</translation>
    </message>
    <message>
        <source>Keep spans of ten minutes</source>
        <translation>On dakikalık aralıkları sakla</translation>
    </message>
    <message>
        <source>What curves of months are drawn from.</source>
        <translation>Aylık eğriler bunlardan çizilir.</translation>
    </message>
    <message>
        <source>Keep events</source>
        <translation>Olayları sakla</translation>
    </message>
    <message>
        <source>A cluster forgets its own after an hour.</source>
        <translation>Cluster kendi olaylarını bir saat sonra unutur.</translation>
    </message>
    <message>
        <source>Keep health checks</source>
        <translation>Sağlık denetimlerini sakla</translation>
    </message>
    <message>
        <source>Availability and response times are counted from them.</source>
        <translation>Erişilebilirlik ve yanıt süreleri bunlardan hesaplanır.</translation>
    </message>
    <message>
        <source>Keep deployments and scalings</source>
        <translation>Deployment ve ölçeklemeleri sakla</translation>
    </message>
    <message>
        <source>Who changed what, and how it ended.</source>
        <translation>Kim neyi değiştirdi ve nasıl sonuçlandı.</translation>
    </message>
</context>
</TS>
