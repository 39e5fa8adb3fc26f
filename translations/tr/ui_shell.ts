<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>CommandQuestion</name>
    <message>
        <source>Run a program of this file?</source>
        <translation>Bu dosyanın programı çalıştırılsın mı?</translation>
    </message>
    <message>
        <source>To sign in on “%1”, the file %2 wants to run the program below with your rights. Run it only if you trust the file.</source>
        <extracomment>%1 is the name of a connection, %2 a kubeconfig file</extracomment>
        <translation>“%1” bağlantısında oturum açmak için %2 dosyası aşağıdaki programı sizin yetkilerinizle çalıştırmak istiyor. Yalnızca dosyaya güveniyorsanız çalıştırın.</translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <extracomment>heading: a program with its arguments, one a line</extracomment>
        <translation>Program ve argümanlar</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Çalıştır</translation>
    </message>
    <message>
        <source>Variables that it gets</source>
        <extracomment>heading: variables of the environment, one a line; of some the name alone</extracomment>
        <translation>Aldığı değişkenler</translation>
    </message>
    <message>
        <source>This is too much to be shown whole, so it cannot be allowed here.</source>
        <translation>Bütünüyle gösterilemeyecek kadar uzun, bu yüzden burada izin verilemez.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Kaptan needs a display to show its window, and there is none here.
The same without a window: kaptanctl status
</source>
        <translation>Kaptan&apos;ın penceresini göstermesi için bir ekran gerekir; burada ekran yok.
Aynısı pencere olmadan: kaptanctl status
</translation>
    </message>
    <message>
        <source>A window on the containers of Docker and Podman engines.</source>
        <translation>Docker ve Podman motorlarındaki konteynerlere açılan pencere.</translation>
    </message>
    <message>
        <source>Connect to this one: its id, name or address.</source>
        <translation>Buna bağlan: kimliği, adı ya da adresi.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>not connected</source>
        <translation>bağlı değil</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>bağlanıyor</translation>
    </message>
    <message>
        <source>live</source>
        <extracomment>state of a connection: what is shown is what is</extracomment>
        <translation>canlı</translation>
    </message>
    <message>
        <source>reconnecting, stale since %1</source>
        <extracomment>state of a connection: it broke at this time of day and is being made again</extracomment>
        <translation>yeniden bağlanıyor, veriler %1 saatinden</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>yeniden bağlanıyor</translation>
    </message>
    <message>
        <source>failed, stale since %1</source>
        <extracomment>state of a connection: it broke at this time of day</extracomment>
        <translation>bağlantı koptu, veriler %1 saatinden</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>state of a connection</extracomment>
        <translation>bağlanamadı</translation>
    </message>
    <message>
        <source>partly live</source>
        <extracomment>state of several connections shown together: some of them are live, others are not</extracomment>
        <translation>kısmen canlı</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::CommandPalette</name>
    <message>
        <source>Go to, do, find …</source>
        <translation>Git, yap, bul …</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Komut paleti</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Komutlar</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>Bu adda bir şey yok.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DeveloperPanel</name>
    <message>
        <source>Reset</source>
        <translation>Sıfırla</translation>
    </message>
    <message>
        <source>%1 turns · worst %2 ms CPU, %3 ms wall · over 16 ms: %4 · by ms %5 · resident %6 Mi</source>
        <extracomment>the event loop&apos;s turns; %1 how many, %2 CPU of the worst, %3 wall time of the worst, %4 how many took more than 16 ms, %5 how many by milliseconds, %6 memory</extracomment>
        <translation>%1 tur · en kötüsü %2 ms CPU, %3 ms süre · 16 ms üstü: %4 · ms&apos;ye göre %5 · bellekte %6 Mi</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KeyList</name>
    <message>
        <source>Keyboard</source>
        <translation>Klavye</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::MainWindow</name>
    <message>
        <source>The settings have a problem</source>
        <translation>Ayarlarda sorun var</translation>
    </message>
    <message>
        <source>There is no connection “%1”</source>
        <extracomment>%1 was given on the command line</extracomment>
        <translation>“%1” adında bir bağlantı yok</translation>
    </message>
    <message>
        <source>Choose one of the list, or add it.</source>
        <translation>Listeden birini seçin ya da ekleyin.</translation>
    </message>
    <message>
        <source>This connection cannot be opened</source>
        <translation>Bu bağlantı açılamıyor</translation>
    </message>
    <message>
        <source>It is not in the list any more.</source>
        <translation>Artık listede değil.</translation>
    </message>
    <message>
        <source>Deploy the sample</source>
        <translation>Örneği kur</translation>
    </message>
    <message>
        <source>The sample “%1” runs.</source>
        <translation>“%1” örneği çalışıyor.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <extracomment>%1 is the title of a task</extracomment>
        <translation>Vazgeçildi: %1</translation>
    </message>
    <message>
        <source>Quit Kaptan</source>
        <translation>Kaptan&apos;dan çık</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are under way and will be cancelled.</source>
        <extracomment>%n tasks that are still running</extracomment>
        <translation>
            <numerusform>%n görev sürüyor; çıkarsanız iptal edilecek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Görevler</translation>
    </message>
    <message>
        <source>Cancel them and quit</source>
        <translation>İptal et ve çık</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Komut paleti</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Süz</translation>
    </message>
    <message>
        <source>Switch the connection</source>
        <translation>Bağlantı değiştir</translation>
    </message>
    <message>
        <source>Connect again now</source>
        <translation>Şimdi yeniden bağlan</translation>
    </message>
    <message>
        <source>Task list</source>
        <translation>Görev listesi</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Bildirimler</translation>
    </message>
    <message>
        <source>Collapse or expand the sidebar</source>
        <translation>Kenar çubuğunu daralt ya da genişlet</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Tuş listesi</translation>
    </message>
    <message>
        <source>Developer panel</source>
        <translation>Geliştirici paneli</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Çık</translation>
    </message>
    <message>
        <source>This engine is empty. Deploy a small sample, a web page in two replicas, to look around?</source>
        <translation>Bu motor boş. Etrafa bakmak için küçük bir örnek, iki kopyalı bir web sayfası kurulsun mu?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Şimdi değil</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>Şu anda yapılamaz.</translation>
    </message>
    <message>
        <source>Go to</source>
        <extracomment>group in the command palette: panes that one can go to</extracomment>
        <translation>Git</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Bağlan</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Bağlantı yok.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a setting and its value: &quot;Theme: Dark&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Her yerde</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 to %2 are keys, &quot;Ctrl+1&quot; to &quot;Ctrl+6&quot;</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Go to a pane</source>
        <translation>Bölmeye git</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>Tabloda</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Oklar</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Gez</translation>
    </message>
    <message>
        <source>Open the details</source>
        <translation>Ayrıntıları aç</translation>
    </message>
    <message>
        <source>Close the details, leave the filter</source>
        <translation>Ayrıntıları kapat, süzgeçten çık</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>Satırın menüsü</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Satırı kopyala</translation>
    </message>
    <message>
        <source>The history cannot be used</source>
        <translation>Geçmiş kullanılamıyor</translation>
    </message>
    <message>
        <source>Nothing is recorded. All else works.</source>
        <translation>Hiçbir şey kaydedilmiyor. Geri kalan her şey çalışıyor.</translation>
    </message>
    <message>
        <source>The history is only read</source>
        <translation>Geçmiş yalnızca okunuyor</translation>
    </message>
    <message>
        <source>%1 was written by a newer Kaptan. Nothing is recorded until this one is updated.</source>
        <translation>%1 daha yeni bir Kaptan tarafından yazılmış. Bu sürüm güncellenene kadar hiçbir şey kaydedilmez.</translation>
    </message>
    <message>
        <source>The history cannot be written</source>
        <translation>Geçmiş yazılamıyor</translation>
    </message>
    <message>
        <source>What comes now is kept in memory and stored when there is room.</source>
        <translation>Şimdi gelenler bellekte tutulur, yer açılınca kaydedilir.</translation>
    </message>
    <message>
        <source>The history was damaged</source>
        <translation>Geçmiş bozulmuş</translation>
    </message>
    <message numerus="yes">
        <source>It was set aside as %1 and a new one begun; %n row(s) could be kept.</source>
        <extracomment>%1 is a file, %n are rows of a database</extracomment>
        <translation>
            <numerusform>%1 adıyla kenara kondu ve yenisi başlatıldı; %n satır kurtarılabildi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::NotificationPopup</name>
    <message>
        <source>Notifications</source>
        <extracomment>button that empties the list of notifications</extracomment>
        <translation>Bildirimler</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Temizle</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>No notifications.</source>
        <translation>Bildirim yok.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::Sidebar</name>
    <message>
        <source>Panes</source>
        <translation>Bölmeler</translation>
    </message>
    <message>
        <source>Expand</source>
        <extracomment>shrinks the sidebar to its icons</extracomment>
        <translation>Genişlet</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Daralt</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::SidebarButton</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>%n things in a pane need a person</extracomment>
        <translation>
            <numerusform>%n öğe ilgi bekliyor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Bağlantıları aç</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>bağlantı yok</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <extracomment>%n deployments, groups of containers</extracomment>
        <translation>
            <numerusform>%n deployment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n konteyner</numerusform>
        </translation>
    </message>
    <message>
        <source>data is %1 old</source>
        <extracomment>age of what is shown, &quot;3 min&quot;</extracomment>
        <translation>veriler %1 önceki</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Görevler</translation>
    </message>
    <message>
        <source>Task list</source>
        <translation>Görev listesi</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>progress of a task: 11 of 23</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>%n further tasks beside the one that is named</extracomment>
        <translation>
            <numerusform>%n tane daha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n pod</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::TaskPopup</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Vazgeçiliyor …</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Vazgeçildi</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Tasks</source>
        <extracomment>button that takes ended tasks out of the list</extracomment>
        <translation>Görevler</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Bitenleri temizle</translation>
    </message>
    <message>
        <source>Nothing is under way. Long actions show their progress here.</source>
        <translation>Süren bir iş yok. Uzun işler ilerlemesini burada gösterir.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::Toast</name>
    <message>
        <source>Show</source>
        <extracomment>button of a notification that leads to what it is about</extracomment>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::TopBar</name>
    <message>
        <source>Go to, do, find …</source>
        <extracomment>placeholder of the field that opens the command palette</extracomment>
        <translation>Git, yap, bul …</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Komut paleti</translation>
    </message>
    <message>
        <source>Command palette (%1)</source>
        <translation>Komut paleti (%1)</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Bildirimler</translation>
    </message>
    <message>
        <source>Notifications (%1)</source>
        <translation>Bildirimler (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>%n notifications were not read yet</extracomment>
        <translation>
            <numerusform>%n okunmamış</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Bağlantı yok</translation>
    </message>
    <message>
        <source>production</source>
        <translation>üretim</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>salt okunur</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Bağlantı: %1</translation>
    </message>
    <message>
        <source>Switch the connection (%1)</source>
        <translation>Bağlantı değiştir (%1)</translation>
    </message>
    <message>
        <source>Manage connections …</source>
        <translation>Bağlantıları yönet …</translation>
    </message>
    <message>
        <source>TLS not checked</source>
        <extracomment>a mark beside a connection&apos;s name: the certificate of its server is not checked</extracomment>
        <translation>TLS denetlenmiyor</translation>
    </message>
    <message>
        <source>The server’s certificate is not checked: anybody on the way can pretend to be it.</source>
        <translation>Sunucunun sertifikası denetlenmiyor: aradaki herkes kendini o sunucu gibi gösterebilir.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::WelcomePage</name>
    <message>
        <source>Welcome aboard</source>
        <translation>Hoş geldiniz</translation>
    </message>
    <message>
        <source>Kaptan found no container engine that it can use on this machine. Start one of your own, or say where one is.</source>
        <translation>Kaptan bu makinede kullanabileceği bir konteyner motoru bulamadı. Kendi motorunuzu başlatın ya da motorun nerede olduğunu söyleyin.</translation>
    </message>
    <message>
        <source>Add a connection …</source>
        <translation>Bağlantı ekle …</translation>
    </message>
    <message>
        <source>Starting the embedded engine …</source>
        <translation>Gömülü motor başlatılıyor …</translation>
    </message>
    <message>
        <source>Start the embedded engine</source>
        <translation>Gömülü motoru başlat</translation>
    </message>
    <message>
        <source>Podman, run by Kaptan as your own service: no root, no daemon, stopped with Kaptan unless you keep it.</source>
        <translation>Kaptan&apos;ın sizin servisiniz olarak çalıştırdığı Podman: root gerekmez, arka plan programı yok; tutmazsanız Kaptan ile birlikte durur.</translation>
    </message>
    <message numerus="yes">
        <source>Look at the %n connections that were found</source>
        <extracomment>%n connections were found, but none can be used</extracomment>
        <translation>
            <numerusform>Bulunan %n bağlantıya bak</numerusform>
        </translation>
    </message>
</context>
</TS>
