<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Peyman</source>
        <translation>دربارهٔ پیمان</translation>
    </message>
    <message>
        <source>Peyman</source>
        <translation>پیمان</translation>
    </message>
    <message>
        <source>Annotate entities and commitments in Persian and Russian news, offline.</source>
        <translation>برچسب‌زنی موجودیت‌ها و تعهدها در خبرهای فارسی و روسی، بی نیاز به شبکه.</translation>
    </message>
    <message>
        <source>The texts of the licences come with the program.</source>
        <translation>متن مجوزها همراه برنامه است.</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add to the schema</source>
        <translation>افزودن به طرح‌واره</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>گزینه‌ها</translation>
    </message>
    <message>
        <source>What</source>
        <translation>چه چیزی</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Latin letters; it is what files hold.</source>
        <translation>با حروف لاتین؛ همین در پرونده‌ها نوشته می‌شود.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>افزودن</translation>
    </message>
    <message>
        <source>A label of the layer “{layer}”</source>
        <translation>برچسبی برای لایهٔ «{layer}»</translation>
    </message>
    <message>
        <source>An attribute of the layer “{layer}”</source>
        <translation>ویژگی‌ای برای لایهٔ «{layer}»</translation>
    </message>
    <message>
        <source>A value of “{attribute}”</source>
        <translation>گزینه‌ای برای «{attribute}»</translation>
    </message>
    <message>
        <source>one of several values</source>
        <translation>یکی از چند گزینه</translation>
    </message>
    <message>
        <source>any number of values</source>
        <translation>هر چند گزینه</translation>
    </message>
    <message>
        <source>text</source>
        <translation>متن</translation>
    </message>
    <message>
        <source>list of texts</source>
        <translation>فهرستی از متن‌ها</translation>
    </message>
    <message>
        <source>number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Give it an id.</source>
        <translation>شناسه‌ای به آن بدهید.</translation>
    </message>
</context>
<context>
    <name>AmountRow</name>
    <message>
        <source>500 million tomans</source>
        <translation>۵۰۰ میلیون تومان</translation>
    </message>
    <message>
        <source>12.5 percent, 40 kilometres</source>
        <translation>۱۲٫۵ درصد، ۴۰ کیلومتر</translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>{label}?</source>
        <translation>{label}؟</translation>
    </message>
    <message>
        <source>What is the “{role}”? Type its letter, or select text and press Enter.</source>
        <translation>«{role}» کدام است؟ حرفش را بزنید، یا متنی را برگزینید و Enter را بزنید.</translation>
    </message>
    <message>
        <source>What is the “{role}”? Select the text and press Enter.</source>
        <translation>«{role}» کدام است؟ متنش را برگزینید و Enter را بزنید.</translation>
    </message>
    <message>
        <source>What kind of commitment?</source>
        <translation>نوع تعهد؟</translation>
    </message>
    <message>
        <source>Perhaps an entity: the key of a label takes it, Backspace leaves it alone</source>
        <translation>شاید موجودیت باشد: کلید برچسب آن را می‌پذیرد، Backspace کنارش می‌گذارد</translation>
    </message>
    <message>
        <source>Suggested: {label} ({source}, {percent}) · Enter takes it, Backspace rejects it</source>
        <translation>پیشنهاد: {label} ({source}، {percent}) · Enter می‌پذیرد، Backspace رد می‌کند</translation>
    </message>
    <message>
        <source>Nobody else has annotated this article.</source>
        <translation>هیچ کس دیگری این مقاله را برچسب نزده است.</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>{keys} move the ends; the key of a label chooses it.</source>
        <translation>{keys} سر و ته را جابه‌جا می‌کنند؛ کلید هر برچسب آن را برمی‌گزیند.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>Who or what fills it</source>
        <translation>چه کسی یا چیزی پرش می‌کند</translation>
    </message>
    <message>
        <source>The key of a role chooses it.</source>
        <translation>کلید هر نقش آن را برمی‌گزیند.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>این عدد نیست.</translation>
    </message>
    <message>
        <source>An answer of your own</source>
        <translation>پاسخ خودتان</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>همین</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>Why it was skipped</source>
        <translation>چرا کنار گذاشته شد</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>یادداشت مقاله</translation>
    </message>
    <message>
        <source>Article's date</source>
        <translation>تاریخ مقاله</translation>
    </message>
    <message>
        <source>{characters} characters, {words} words</source>
        <translation>{characters} نویسه، {words} واژه</translation>
    </message>
    <message>
        <source>File</source>
        <translation>پرونده</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>درازا</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>برچسب‌ها</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>هنوز هیچ</translation>
    </message>
    <message>
        <source>By</source>
        <translation>از</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Time at work</source>
        <translation>زمان کار</translation>
    </message>
    <message>
        <source>About the article</source>
        <translation>دربارهٔ مقاله</translation>
    </message>
    <message>
        <source>Came with the file</source>
        <translation>همراه پرونده آمده</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln پیشنهاد</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab goes to the next one, Enter takes it, Backspace rejects it.</source>
        <translation>Tab به پیشنهاد بعدی می‌رود، Enter می‌پذیرد، Backspace رد می‌کند.</translation>
    </message>
    <message>
        <source>Control article</source>
        <translation>مقالهٔ شاهد</translation>
    </message>
    <message>
        <source>Some articles get no suggestions, so that their effect can be measured.</source>
        <translation>برخی مقاله‌ها پیشنهادی ندارند تا اثر پیشنهادها سنجیده شود.</translation>
    </message>
    <message>
        <source>Without suggestions</source>
        <translation>بدون پیشنهاد</translation>
    </message>
    <message>
        <source>Several people annotate this article, so nothing is suggested to any of them.</source>
        <translation>این مقاله را چند نفر برچسب می‌زنند، پس به هیچ‌کدام پیشنهادی داده نمی‌شود.</translation>
    </message>
    <message>
        <source>{name} (gold)</source>
        <translation>{name} (طلایی)</translation>
    </message>
    <message>
        <source>Join lines broken by hand (Ctrl+J)</source>
        <translation>پیوستن سطرهای شکسته (Ctrl+J)</translation>
    </message>
    <message>
        <source>Join lines broken by hand</source>
        <translation>پیوستن سطرهای شکسته</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Finish the article and go on to the next (F)</source>
        <translation>پایان دادن به مقاله و رفتن به بعدی (F)</translation>
    </message>
    <message>
        <source>Whose annotations are shown (F2: the next)</source>
        <translation>برچسب‌های چه کسی دیده می‌شود (F2: نفر بعدی)</translation>
    </message>
    <message>
        <source>Whose annotations are shown</source>
        <translation>برچسب‌های چه کسی نشان داده می‌شود</translation>
    </message>
</context>
<context>
    <name>ArticlePicker</name>
    <message>
        <source>Choose articles</source>
        <translation>انتخاب مقاله‌ها</translation>
    </message>
    <message>
        <source>Words of the title or name</source>
        <translation>واژه‌هایی از عنوان یا نام</translation>
    </message>
    <message>
        <source>Articles; Space ticks one</source>
        <translation>مقاله‌ها؛ کلید فاصله تیک می‌زند</translation>
    </message>
    <message>
        <source>&amp;Tick all shown</source>
        <translation>&amp;تیک همهٔ پیداها</translation>
    </message>
    <message>
        <source>&amp;Untick all shown</source>
        <translation>&amp;برداشتن تیک پیداها</translation>
    </message>
    <message>
        <source>Which articles?</source>
        <translation>کدام مقاله‌ها؟</translation>
    </message>
    <message>
        <source>Tick (Space) those to export.</source>
        <translation>مقاله‌هایی را که باید بیرون بروند تیک بزنید (کلید فاصله).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation>
            <numerusform>%Ln تیک‌خورده</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>مقاله</translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>Attributes</source>
        <translation>ویژگی‌ها</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>تقویم</translation>
    </message>
    <message>
        <source>{period} · {count} days</source>
        <translation>{period} · {count} روز</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>میلادی</translation>
    </message>
    <message>
        <source>Jalali</source>
        <translation>شمسی</translation>
    </message>
    <message>
        <source>month</source>
        <translation>ماه</translation>
    </message>
    <message>
        <source>year</source>
        <translation>سال</translation>
    </message>
    <message>
        <source>from–to</source>
        <translation>از–تا</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>stands in gold</source>
        <translation>اکنون در طلایی</translation>
    </message>
    <message>
        <source>of “{quote}”</source>
        <translation>برای «{quote}»</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;سنجش</translation>
    </message>
    <message>
        <source>Check a release</source>
        <translation>سنجش یک انتشار</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>آنچه یافت شد</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;انتشار</translation>
    </message>
    <message>
        <source>&amp;Earlier release</source>
        <translation>انتشار پ&amp;یشین</translation>
    </message>
    <message>
        <source>only to compare</source>
        <translation>تنها برای مقایسه</translation>
    </message>
    <message>
        <source>Browse: {field}</source>
        <translation>مرور: {field}</translation>
    </message>
    <message>
        <source>Every byte, count and split is compared with what the release says of itself.</source>
        <translation>هر بایت، شمار و دسته با آنچه انتشار از خود می‌گوید سنجیده می‌شود.</translation>
    </message>
    <message>
        <source>Folder of a release</source>
        <translation>پوشهٔ یک انتشار</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>در حال سنجش…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are wrong with this release:</source>
        <translation>
            <numerusform>%Ln ایراد در این انتشار هست:</numerusform>
        </translation>
    </message>
    <message>
        <source>All is as it should be.</source>
        <translation>همه‌چیز درست است.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>متوقف شد.</translation>
    </message>
    <message>
        <source>Checking {file}…</source>
        <translation>سنجش {file}…</translation>
    </message>
</context>
<context>
    <name>CheckPane</name>
    <message>
        <source>Checking…</source>
        <translation>در حال وارسی…</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>بی‌برچسب</translation>
    </message>
    <message>
        <source>{count} places changed. Ctrl+Z takes it all back.</source>
        <translation>{count} جا تغییر کرد. Ctrl+Z همه را یک‌جا برمی‌گرداند.</translation>
    </message>
    <message>
        <source>Marked as intended. It comes back only when a new way appears.</source>
        <translation>«عمدی» نشان خورد و تنها با پیدا شدن حالتی تازه برمی‌گردد.</translation>
    </message>
    <message>
        <source>Also where finished articles leave it alone</source>
        <translation>همچنین جاهای بی‌برچسب در مقاله‌های پایان‌یافته</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>وارسی دوباره</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Strings that are labelled in several ways</source>
        <translation>عبارت‌هایی که چندجور برچسب خورده‌اند</translation>
    </message>
    <message>
        <source>Places of the string</source>
        <translation>جاهای این عبارت</translation>
    </message>
    <message>
        <source>M makes all like the most frequent, or like the place at hand; the key of a label gives them this label; I marks the difference as intended; Enter goes to the places.</source>
        <translation>M همه را مانند پرشمارترین می‌کند، و در فهرست جاها مانند همان جا · کلید هر برچسب آن را به همه می‌دهد · I تفاوت را عمدی نشان می‌زند · Enter به جاها می‌رود.</translation>
    </message>
    <message>
        <source>Every string is labelled in one way only, or in ways that are meant.</source>
        <translation>هیچ عبارتی چندجور برچسب نخورده است، مگر به‌عمد.</translation>
    </message>
    <message>
        <source>{count} strings are labelled in several ways</source>
        <translation>{count} عبارت چندجور برچسب خورده است</translation>
    </message>
    <message>
        <source>only the first {count} are listed</source>
        <translation>تنها {count} تای نخست در فهرست است</translation>
    </message>
    <message>
        <source>something changed since; F5 checks again</source>
        <translation>از آن پس چیزی تغییر کرده است؛ F5 دوباره وارسی می‌کند</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Line spacing: {value}</source>
        <translation>فاصلهٔ سطرها: {value}</translation>
    </message>
    <message>
        <source>Longest line: {value} characters</source>
        <translation>بلندترین سطر: {value} نویسه</translation>
    </message>
    <message>
        <source>The window has no room for longer lines.</source>
        <translation>پنجره برای سطرهای بلندتر جا ندارد.</translation>
    </message>
    <message>
        <source>Font: {name}</source>
        <translation>قلم: {name}</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>قلم معمول</translation>
    </message>
    <message>
        <source>The lines of this article are broken by hand. Ctrl+J joins them for reading.</source>
        <translation>سطرهای این مقاله با دست شکسته شده‌اند. Ctrl+J آن‌ها را برای خواندن به هم می‌پیوندد.</translation>
    </message>
    <message>
        <source>No line of this article is broken by hand.</source>
        <translation>هیچ سطری از این مقاله با دست شکسته نشده است.</translation>
    </message>
    <message>
        <source>Lines are joined; the stored text stays as it is.</source>
        <translation>سطرها پیوسته نشان داده می‌شوند؛ متن ذخیره‌شده همان است که بود.</translation>
    </message>
    <message>
        <source>Lines are shown as they are stored.</source>
        <translation>سطرها همان‌گونه که ذخیره شده‌اند نشان داده می‌شوند.</translation>
    </message>
    <message>
        <source>One paragraph stands out.</source>
        <translation>تنها یک بند پررنگ است.</translation>
    </message>
    <message>
        <source>All paragraphs stand out alike.</source>
        <translation>همهٔ بندها یکسان‌اند.</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Text of the article</source>
        <translation>متن مقاله</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Measuring… {share}</source>
        <translation>در حال سنجش… {share}</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>در حال سنجش…</translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>هنوز چیزی سنجیده نشده است.</translation>
    </message>
    <message>
        <source>{articles} articles of several annotators · measured {when}</source>
        <translation>{articles} مقاله با چند برچسب‌زن · سنجیده در {when}</translation>
    </message>
    <message>
        <source>something changed since</source>
        <translation>از آن پس چیزی تغییر کرده است</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>سنجش دوباره</translation>
    </message>
    <message>
        <source>{annotator} against gold</source>
        <translation>{annotator} در برابر طلایی</translation>
    </message>
    <message>
        <source>Annotators with one another</source>
        <translation>برچسب‌زن‌ها با یکدیگر</translation>
    </message>
    <message>
        <source>Nobody has worked on an article yet, as far as this file knows.</source>
        <translation>تا جایی که این پرونده می‌داند، هنوز کسی روی مقاله‌ای کار نکرده است.</translation>
    </message>
    <message>
        <source>No article has both a finished gold and an annotator who finished it.</source>
        <translation>هیچ مقاله‌ای نیست که هم نسخهٔ طلایی پایان‌یافته داشته باشد و هم برچسب‌زنی آن را به پایان رسانده باشد.</translation>
    </message>
    <message>
        <source>No article was finished by two annotators. Merge what they hand in; unfinished articles do not count.</source>
        <translation>هیچ مقاله‌ای را دو برچسب‌زن به پایان نرسانده‌اند. کارهای تحویلی را ادغام کنید؛ مقاله‌های ناتمام به حساب نمی‌آیند.</translation>
    </message>
    <message>
        <source>There is nothing to list here: {cell}</source>
        <translation>اینجا چیزی برای نشان دادن نیست: {cell}</translation>
    </message>
    <message>
        <source>{cell} · {count} listed</source>
        <translation>{cell} · {count} نمونه</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>تصویر</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>تصویر برداری</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>صفحه‌گسترده</translation>
    </message>
    <message>
        <source>Write the chart</source>
        <translation>نوشتن نمودار</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>صفحهٔ وب</translation>
    </message>
    <message>
        <source>Agreement report</source>
        <translation>گزارش توافق</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>نوشتن گزارش</translation>
    </message>
    <message>
        <source>Agreement of the annotators: {project}</source>
        <translation>توافق برچسب‌زن‌ها: {project}</translation>
    </message>
    <message>
        <source>The same as a table</source>
        <translation>همین به صورت جدول</translation>
    </message>
    <message>
        <source>Sheet for the window</source>
        <translation>برگه برای این برنامه</translation>
    </message>
    <message>
        <source>The annotator’s own file</source>
        <translation>پروندهٔ خود برچسب‌زن</translation>
    </message>
    <message>
        <source>Write the feedback sheet</source>
        <translation>نوشتن برگهٔ بازخورد</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>در حال نوشتن…</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>در {path} نوشته شد.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>داشبورد</translation>
    </message>
    <message>
        <source>Feedback sheet…</source>
        <translation>برگهٔ بازخورد…</translation>
    </message>
    <message>
        <source>Chart as a file…</source>
        <translation>نمودار در پرونده…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>گزارش…</translation>
    </message>
    <message>
        <source>Whose annotations are compared</source>
        <translation>برچسب‌های چه کسانی سنجیده می‌شود</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>لایه</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>چه نشان داده شود</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>نمونه‌ها</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>unknown for now</source>
        <translation>فعلاً نامعلوم</translation>
    </message>
    <message>
        <source>as the files' metadata say</source>
        <translation>از فرادادهٔ خود پرونده</translation>
    </message>
    <message>
        <source>the same day for all:</source>
        <translation>یک روز برای همه:</translation>
    </message>
    <message>
        <source>read from their text, for me to confirm</source>
        <translation>از متن خوانده شود تا تأیید کنم</translation>
    </message>
    <message>
        <source>&amp;Dates of the articles</source>
        <translation>&amp;تاریخ مقاله‌ها</translation>
    </message>
    <message>
        <source>Write the day, or pick it from the calendar (F4).</source>
        <translation>روز را بنویسید یا از تقویم برگزینید (F4).</translation>
    </message>
</context>
<context>
    <name>DateProposals</name>
    <message>
        <source>Dates read from the articles</source>
        <translation>تاریخ‌هایی که از مقاله‌ها خوانده شد</translation>
    </message>
    <message>
        <source>&amp;Set these dates</source>
        <translation>&amp;ثبت این تاریخ‌ها</translation>
    </message>
    <message>
        <source>&amp;Leave them unknown</source>
        <translation>&amp;نامعلوم بماند</translation>
    </message>
    <message>
        <source>Are these their dates?</source>
        <translation>آیا تاریخ مقاله‌ها همین است؟</translation>
    </message>
    <message>
        <source>Untick (Space) what is not the day of the article itself. The others stay unknown.</source>
        <translation>هرچه تاریخ خود مقاله نیست، تیکش را بردارید (Space). تاریخ باقی مقاله‌ها نامعلوم می‌ماند.</translation>
    </message>
</context>
<context>
    <name>DateRow</name>
    <message>
        <source>15 December 2025, in two weeks…</source>
        <translation>۱۵ آذر ۱۴۰۴، دو هفته آینده…</translation>
    </message>
    <message>
        <source>Article's date…</source>
        <translation>تاریخ مقاله…</translation>
    </message>
    <message>
        <source>The article's date is unknown, so this has no days.</source>
        <translation>تاریخ مقاله نامعلوم است؛ برای همین روزش هم معلوم نیست.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>تقویم</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>15 December 2025</source>
        <translation>۱۵ آذر ۱۴۰۴</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>تقویم</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>15 December 2025</source>
        <translation>۱۵ آذر ۱۴۰۴</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>&amp;Deal out</source>
        <translation>&amp;پخش</translation>
    </message>
    <message>
        <source>Deal out articles</source>
        <translation>پخش مقاله‌ها</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>برچسب‌زن‌ها</translation>
    </message>
    <message>
        <source>One name on each line</source>
        <translation>هر نام در یک سطر</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ‌چیز</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>پوشهٔ پرونده‌ها</translation>
    </message>
    <message>
        <source>Files that annotators work in already</source>
        <translation>پرونده‌هایی که برچسب‌زن‌ها با آن‌ها کار می‌کنند</translation>
    </message>
    <message>
        <source>Who gets what</source>
        <translation>به هر کس چه می‌رسد</translation>
    </message>
    <message>
        <source>&amp;Annotators</source>
        <translation>&amp;برچسب‌زن‌ها</translation>
    </message>
    <message>
        <source>&amp;Shared articles</source>
        <translation>مقاله‌های &amp;مشترک</translation>
    </message>
    <message>
        <source>Each &amp;by how many</source>
        <translation>هر کدام برای &amp;چند نفر</translation>
    </message>
    <message>
        <source>Spread e&amp;venly by</source>
        <translation>پخش یک&amp;سان بر پایهٔ</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>&amp;قرعه</translation>
    </message>
    <message>
        <source>Another number deals otherwise.</source>
        <translation>با عدد دیگر، جور دیگری پخش می‌شود.</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>پ&amp;وشه</translation>
    </message>
    <message>
        <source>Whose file stands here gets new articles added to it; what he made stays:</source>
        <translation>مقاله‌های تازهٔ هر کس که پرونده‌اش اینجا باشد به همان پرونده افزوده می‌شود و کارش دست نمی‌خورد:</translation>
    </message>
    <message>
        <source>Each annotator gets a file with his articles only. What was dealt out before stays; only new articles are dealt.</source>
        <translation>هر برچسب‌زن پرونده‌ای می‌گیرد که تنها مقاله‌های خودش در آن است. آنچه پیش‌تر پخش شده می‌ماند؛ تنها مقاله‌های تازه پخش می‌شوند.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Name the annotators, one on each line.</source>
        <translation>نام برچسب‌زن‌ها را بنویسید، هر نام در یک سطر.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقاله‌ها</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>مشترک</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>نویسه‌ها</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>پیش‌تر</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) to deal out</source>
        <translation>
            <numerusform>%Ln مقاله برای پخش</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them shared</source>
        <translation>
            <numerusform>%Ln مقاله مشترک</numerusform>
        </translation>
    </message>
    <message>
        <source>Peyman projects</source>
        <translation>پروژه‌های پیمان</translation>
    </message>
    <message>
        <source>This is a file. Name a folder.</source>
        <translation>این پرونده است؛ نام یک پوشه را بنویسید.</translation>
    </message>
    <message>
        <source>&amp;Bring files up to date</source>
        <translation>به‌&amp;روز کردن پرونده‌ها</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>پرونده‌ها نوشته می‌شوند…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>%Ln پرونده نوشته شد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) brought up to date</source>
        <translation>
            <numerusform>%Ln پرونده به‌روز شد</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the end. {done}</source>
        <translation>پیش از پایان متوقف شد. {done}</translation>
    </message>
    <message>
        <source>Stopped; nothing was dealt out.</source>
        <translation>متوقف شد؛ چیزی پخش نشد.</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>Doubt</source>
        <translation>تردید</translation>
    </message>
    <message>
        <source>What are you unsure of?</source>
        <translation>در چه تردید دارید؟</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>An annotation without it is not whole</source>
        <translation>بی آن، برچسب کامل نیست</translation>
    </message>
    <message>
        <source>Name, {language}</source>
        <translation>نام، {language}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>رنگ</translation>
    </message>
    <message>
        <source>Rule, {language}</source>
        <translation>قاعده، {language}</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>بایسته</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;برون‌بری</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>برون‌بری</translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation>{title} ({name})</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>همهٔ مقاله‌ها</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>آنچه از دست می‌رود</translation>
    </message>
    <message>
        <source>&amp;Yes, I know that this is lost</source>
        <translation>&amp;بله، می‌دانم که این‌ها از دست می‌رود</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>&amp;قالب</translation>
    </message>
    <message>
        <source>&amp;Annotations of</source>
        <translation>&amp;برچسب‌های</translation>
    </message>
    <message>
        <source>A&amp;rticles</source>
        <translation>م&amp;قاله‌ها</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>پ&amp;رونده</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>پرونده‌ای که نوشته شود</translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation>نام پرونده را بنویسید، یا با «مرور…» جایش را برگزینید.</translation>
    </message>
    <message>
        <source>This file exists; it will be replaced.</source>
        <translation>این پرونده هست و جایگزین می‌شود.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>{whose} ({count} sets)</source>
        <translation>{whose} ({count} مجموعه)</translation>
    </message>
    <message>
        <source>{which} ({count})</source>
        <translation>{which} ({count})</translation>
    </message>
    <message>
        <source>Finished articles</source>
        <translation>مقاله‌های تمام‌شده</translation>
    </message>
    <message>
        <source>Only the open one, {title}</source>
        <translation>فقط مقالهٔ باز، {title}</translation>
    </message>
    <message>
        <source>Chosen ones…</source>
        <translation>به انتخاب من…</translation>
    </message>
    <message>
        <source>Counting what this format can hold…</source>
        <translation>شمردن آنچه در این قالب می‌گنجد…</translation>
    </message>
    <message>
        <source>This format cannot hold everything:</source>
        <translation>همه‌چیز در این قالب نمی‌گنجد:</translation>
    </message>
    <message>
        <source>This format holds everything: {counts}.</source>
        <translation>همه‌چیز در این قالب می‌گنجد: {counts}.</translation>
    </message>
    <message>
        <source>{loss}: {kinds}</source>
        <translation>{loss}: {kinds}</translation>
    </message>
    <message>
        <source>{loss}, such as {examples}</source>
        <translation>{loss}؛ مانند {examples}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln مقاله</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln مجموعهٔ برچسب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>%Ln بازه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln نقش</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>در حال نوشتن…</translation>
    </message>
    <message>
        <source>{counts} written to {path}.</source>
        <translation>{counts} در {path} نوشته شد.</translation>
    </message>
    <message>
        <source>What was lost stands below and in {file}.</source>
        <translation>آنچه از دست رفت در زیر و در {file} آمده است.</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>ایستاد. پرونده‌ای نوشته نشد.</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>This article is not in this file.</source>
        <translation>این مقاله در این پرونده نیست.</translation>
    </message>
    <message>
        <source>Feedback sheets</source>
        <translation>برگه‌های بازخورد</translation>
    </message>
    <message>
        <source>Open a feedback sheet</source>
        <translation>باز کردن برگهٔ بازخورد</translation>
    </message>
    <message>
        <source>Write the sheet</source>
        <translation>نوشتن برگه</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>صفحهٔ وب</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>در {path} نوشته شد.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>بازخورد</translation>
    </message>
    <message>
        <source>Open a sheet…</source>
        <translation>باز کردن برگه…</translation>
    </message>
    <message>
        <source>Write as a page…</source>
        <translation>نوشتن به صورت صفحهٔ وب…</translation>
    </message>
    <message>
        <source>There is no feedback sheet for you in this file yet. The curator sends one when gold is ready, in your file or as a sheet to open here.</source>
        <translation>هنوز برگهٔ بازخوردی برای شما در این پرونده نیست. داور آن را پس از آماده شدن نسخهٔ طلایی می‌فرستد: در پروندهٔ خودتان یا به صورت برگه‌ای که اینجا باز می‌کنید.</translation>
    </message>
    <message>
        <source>Feedback sheet</source>
        <translation>برگهٔ بازخورد</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files and folders to import</source>
        <translation>پرونده‌ها و پوشه‌هایی که وارد شوند</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>افزودن &amp;پرونده…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;برداشتن</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>In the text</source>
        <translation>در متن</translation>
    </message>
    <message>
        <source>In annotations</source>
        <translation>در برچسب‌ها</translation>
    </message>
    <message>
        <source>Any layer</source>
        <translation>همهٔ لایه‌ها</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>همهٔ برچسب‌ها</translation>
    </message>
    <message>
        <source>Any attributes</source>
        <translation>همهٔ ویژگی‌ها</translation>
    </message>
    <message>
        <source>Any value</source>
        <translation>هر مقدار</translation>
    </message>
    <message>
        <source>Any annotator</source>
        <translation>همهٔ برچسب‌زن‌ها</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>همهٔ وضعیت‌ها</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>کجا جست‌وجو شود</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>لایه</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>Value of the attribute</source>
        <translation>مقدار ویژگی</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>State of the article</source>
        <translation>وضعیت مقاله</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} از {m}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>پیدا نشد</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>یافتن در مقاله</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>بستن (Esc)</translation>
    </message>
</context>
<context>
    <name>FontBox</name>
    <message>
        <source>The usual one</source>
        <translation>قلم معمول</translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>{count} things are missing. Enter goes to one, F finishes all the same, Esc goes back.</source>
        <translation>{count} چیز کم است. Enter به سراغ یکی می‌رود، F با این همه پایان می‌دهد، Esc برمی‌گردد.</translation>
    </message>
    <message>
        <source>no role is filled</source>
        <translation>هیچ نقشی پر نیست</translation>
    </message>
</context>
<context>
    <name>GuidelinesPage</name>
    <message>
        <source>Guidelines</source>
        <translation>راهنمای برچسب‌زنی</translation>
    </message>
    <message>
        <source>Markdown on one side, what it looks like on the other.</source>
        <translation>یک سو Markdown، سوی دیگر آنچه دیده می‌شود.</translation>
    </message>
    <message>
        <source>This project has no guidelines yet. Write down what each label is for.</source>
        <translation>این پروژه هنوز راهنما ندارد. بنویسید هر برچسب برای چیست.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>نوشتن</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Text in Markdown</source>
        <translation>متن Markdown</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>آنچه دیده می‌شود</translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message>
        <source>&amp;Hand in</source>
        <translation>ت&amp;حویل</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>تحویل</translation>
    </message>
    <message>
        <source>File to hand in</source>
        <translation>پروندهٔ تحویل</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقاله‌ها</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>پ&amp;رونده</translation>
    </message>
    <message>
        <source>Writes all you have made into one file. Send that file, or put it where you were told to.</source>
        <translation>همهٔ کار شما را در یک پرونده می‌نویسد. آن را بفرستید یا همان جایی بگذارید که به شما گفته‌اند.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are not finished; you can hand in again later.</source>
        <translation>
            <numerusform>%Ln مقاله تمام نشده است؛ بعداً هم می‌توانید دوباره تحویل دهید.</numerusform>
        </translation>
    </message>
    <message>
        <source>Submissions ({pattern})</source>
        <translation>پرونده‌های تحویل ({pattern})</translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation>نام پرونده را بنویسید، یا با «مرور…» جایش را برگزینید.</translation>
    </message>
    <message>
        <source>This file exists; it will be replaced.</source>
        <translation>این پرونده هست و جایگزین می‌شود.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>در حال نوشتن…</translation>
    </message>
    <message>
        <source>{finished} of {articles} articles finished, written to {path}. Send this file.</source>
        <translation>{finished} مقاله از {articles} مقاله تمام شده و در {path} نوشته شد. همین پرونده را بفرستید.</translation>
    </message>
</context>
<context>
    <name>ImportChoice</name>
    <message>
        <source>Format</source>
        <translation>قالب</translation>
    </message>
    <message>
        <source>as each file shows</source>
        <translation>چنان‌که هر پرونده نشان می‌دهد</translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation>{title} ({name})</translation>
    </message>
    <message>
        <source>of those &amp;named in the files</source>
        <translation>از کسانی که در پرونده‌ها &amp;نام برده شده</translation>
    </message>
    <message>
        <source>of this &amp;person:</source>
        <translation>از &amp;این شخص:</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;وارد کردن</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>افزودن &amp;پرونده…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>افزودن پو&amp;شه…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;برداشتن</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>وارد کردن مقاله‌ها</translation>
    </message>
    <message>
        <source>Choose files or folders, or drop them here. An article that is in the project already does not come in twice.</source>
        <translation>پرونده یا پوشه برگزینید، یا اینجا رها کنید. مقاله‌ای که در پروژه هست دوباره وارد نمی‌شود.</translation>
    </message>
    <message>
        <source>Annotations that come along are</source>
        <translation>برچسب‌هایی که همراه می‌آیند</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>&amp;قالب</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>در حال نگاه کردن به پرونده‌ها…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) so far</source>
        <translation>
            <numerusform>تا کنون %Ln مقاله</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln خوانده نمی‌شود</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>خوانده نمی‌شود</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln مقاله</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles} ({there} there already)</source>
        <translation>{articles} ({there} از پیش هست)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln مجموعهٔ برچسب</numerusform>
        </translation>
    </message>
    <message>
        <source>To come: {counts}.</source>
        <translation>وارد می‌شود: {counts}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) of theirs this project does not have; you will be asked.</source>
        <translation>
            <numerusform>%Ln برچسب آن‌ها در این پروژه نیست؛ از شما پرسیده می‌شود.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read; why stands above.</source>
        <translation>
            <numerusform>%Ln پرونده خوانده نمی‌شود؛ دلیلش در بالا آمده است.</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles ({pattern})</source>
        <translation>مقاله‌ها ({pattern})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>همهٔ پرونده‌ها (*)</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>پرونده‌هایی که وارد شوند</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>پوشه‌ای که وارد شود</translation>
    </message>
    <message>
        <source>Write whose they are.</source>
        <translation>بنویسید از آنِ کیست.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import articles</source>
        <translation>وارد کردن مقاله‌ها</translation>
    </message>
    <message>
        <source>The dates could not be set. {why}</source>
        <translation>تاریخ‌ها ثبت نشد. {why}</translation>
    </message>
</context>
<context>
    <name>ImportLabels</name>
    <message>
        <source>From a &amp;file…</source>
        <translation>از &amp;پرونده…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;ذخیره در…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;وارد کردن</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;بازگشت</translation>
    </message>
    <message>
        <source>Which of our labels are these?</source>
        <translation>این‌ها کدام برچسب ما هستند؟</translation>
    </message>
    <message numerus="yes">
        <source>The files have %Ln label(s) that this project does not have. What you choose is remembered for the next file.</source>
        <translation>
            <numerusform>پرونده‌ها %Ln برچسب دارند که در این پروژه نیست. آنچه برگزینید برای پروندهٔ بعدی به یاد می‌ماند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) still to choose.</source>
        <translation>
            <numerusform>%Ln برچسب هنوز انتخاب نشده است.</numerusform>
        </translation>
    </message>
    <message>
        <source>All are chosen.</source>
        <translation>همه انتخاب شده‌اند.</translation>
    </message>
    <message>
        <source>Maps of labels {pattern}</source>
        <translation>نگاشت برچسب‌ها {pattern}</translation>
    </message>
    <message>
        <source>File with a map of labels</source>
        <translation>پروندهٔ نگاشت برچسب‌ها</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) taken from the file.</source>
        <translation>
            <numerusform>%Ln برچسب از پرونده گرفته شد.</numerusform>
        </translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>پرونده‌ای که نوشته شود</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>در {path} نوشته شد.</translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message>
        <source>Report of the import</source>
        <translation>گزارش وارد کردن</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;رونوشت گزارش</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>چیزی وارد نشد</translation>
    </message>
    <message>
        <source>Stopped before the end. What had come in by then stays.</source>
        <translation>پیش از پایان ایستاد. آنچه تا آن دم وارد شده می‌ماند.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read; why stands below.</source>
        <translation>
            <numerusform>%Ln پرونده خوانده نشد؛ دلیلش در زیر آمده است.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file was read.</source>
        <translation>همهٔ پرونده‌ها خوانده شد.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) got the date that you confirmed.</source>
        <translation>
            <numerusform>تاریخ تأییدشدهٔ %Ln مقاله ثبت شد.</numerusform>
        </translation>
    </message>
    <message>
        <source>The map of labels is kept in {path}; the command line takes it with {option}.</source>
        <translation>نگاشت برچسب‌ها در {path} نگه داشته شد؛ خط فرمان آن را با {option} می‌پذیرد.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation>
            <numerusform>%Ln مقاله افزوده شد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln مجموعهٔ برچسب</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}, {sets}</source>
        <translation>{articles}، {sets}</translation>
    </message>
    <message>
        <source>{name}: {language}, {encoding}, {tokens} tokens</source>
        <translation>{name}: {language}، {encoding}، {tokens} واژه</translation>
    </message>
    <message>
        <source>{line} (called {other} in the file)</source>
        <translation>{line} (در پرونده با نام {other})</translation>
    </message>
    <message>
        <source>{name}: the same text as {other}</source>
        <translation>{name}: همان متن {other}</translation>
    </message>
    <message>
        <source>{name}: by {annotator}</source>
        <translation>{name}: از {annotator}</translation>
    </message>
    <message>
        <source>{name}: {counts}</source>
        <translation>{name}: {counts}</translation>
    </message>
    <message>
        <source>{name}: the file says something else about {fields}; the project's was kept</source>
        <translation>{name}: پرونده دربارهٔ {fields} چیز دیگری می‌گوید؛ آنِ پروژه نگه داشته شد</translation>
    </message>
    <message>
        <source>{name} (gold)</source>
        <translation>{name} (طلایی)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>پذیرفته‌نشده</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>افزوده</translation>
    </message>
    <message>
        <source>Annotations added</source>
        <translation>برچسب‌های افزوده</translation>
    </message>
    <message>
        <source>In the project already</source>
        <translation>از پیش در پروژه</translation>
    </message>
    <message>
        <source>Annotations that were there already</source>
        <translation>برچسب‌هایی که از پیش بود</translation>
    </message>
    <message>
        <source>Differing fields</source>
        <translation>مشخصه‌های ناهمسان</translation>
    </message>
    <message>
        <source>Kept aside, for Peyman does not know it</source>
        <translation>کنار گذاشته شد، چون پیمان آن را نمی‌شناسد</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more; the copy has them all.</source>
        <translation>
            <numerusform>… و %Ln مورد دیگر؛ رونوشت همه را دارد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message>
        <source>Progress of the import</source>
        <translation>پیشرفت وارد کردن</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>بس &amp;کن</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>در حال نگاه کردن به پرونده‌ها…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>در حال وارد کردن…</translation>
    </message>
    <message>
        <source>Opening the project…</source>
        <translation>در حال باز کردن پروژه…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} از {total}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>خواندن {file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) read</source>
        <translation>
            <numerusform>%Ln مقاله خوانده شد</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping after this article; what came in stays…</source>
        <translation>پس از این مقاله می‌ایستد؛ آنچه وارد شده می‌ماند…</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>جزئیات</translation>
    </message>
    <message>
        <source>Choose an article from the queue.</source>
        <translation>مقاله‌ای از صف برگزینید.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>همهٔ کلیدها</translation>
    </message>
    <message>
        <source>Filter: a word, or a key</source>
        <translation>پالایش: یک واژه یا یک کلید</translation>
    </message>
    <message>
        <source>Filter the keys</source>
        <translation>پالایش کلیدها</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>هیچ کلیدی این کار را نمی‌کند.</translation>
    </message>
</context>
<context>
    <name>LabelRows</name>
    <message>
        <source>{label} ({count})</source>
        <translation>{label} ({count})</translation>
    </message>
    <message>
        <source>Our label for {label}</source>
        <translation>برچسب ما برای {label}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>برگزینید…</translation>
    </message>
    <message>
        <source>Keep aside</source>
        <translation>کنار گذاشته شود</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open for reading</source>
        <translation>باز کردن برای خواندن</translation>
    </message>
    <message>
        <source>Every article of the queue is done.</source>
        <translation>کار همهٔ مقاله‌های صف تمام است.</translation>
    </message>
    <message>
        <source>Peyman projects</source>
        <translation>پروژه‌های پیمان</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>باز کردن پروژه</translation>
    </message>
    <message>
        <source>The sample project is being made…</source>
        <translation>پروژهٔ نمونه ساخته می‌شود…</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>واگرد شد: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>ازنو شد: {what}</translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation>تنها خواندن</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>ذخیره شد</translation>
    </message>
    <message>
        <source>Peyman</source>
        <translation>پیمان</translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation>اکنون چه کسی اینجا کار می‌کند</translation>
    </message>
    <message>
        <source>Every change is on the disk as soon as it is made.</source>
        <translation>هر تغییر همان دم که انجام شود روی دیسک است.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;ادغام</translation>
    </message>
    <message>
        <source>Merge files</source>
        <translation>ادغام پرونده‌ها</translation>
    </message>
    <message>
        <source>Add the files that came back, or drop them here.</source>
        <translation>پرونده‌های بازگشته را بیفزایید یا اینجا رها کنید.</translation>
    </message>
    <message>
        <source>Files that came back</source>
        <translation>پرونده‌های بازگشته</translation>
    </message>
    <message>
        <source>What is in the files</source>
        <translation>آنچه در پرونده‌هاست</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>مقاله</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>چه می‌شود</translation>
    </message>
    <message>
        <source>What annotators handed in comes in beside what is here; nothing is overwritten, in whatever order the files come and however often.</source>
        <translation>آنچه برچسب‌زن‌ها تحویل داده‌اند کنار آنچه اینجا هست می‌آید؛ پرونده‌ها به هر ترتیب و هر چند بار هم که بیایند، چیزی بازنویسی نمی‌شود.</translation>
    </message>
    <message>
        <source>Submissions and projects ({pattern})</source>
        <translation>پرونده‌های تحویل و پروژه‌ها ({pattern})</translation>
    </message>
    <message>
        <source>Checking the files…</source>
        <translation>پرونده‌ها بررسی می‌شوند…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) would come in.</source>
        <translation>
            <numerusform>%Ln مجموعهٔ برچسب می‌آید.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are refused; why stands above.</source>
        <translation>
            <numerusform>%Ln پرونده پذیرفته نشد؛ چرایش بالاتر آمده است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would be left out; they stand first.</source>
        <comment>annotation sets</comment>
        <translation>
            <numerusform>%Ln مجموعه کنار گذاشته می‌شود؛ این‌ها اول آمده‌اند.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is here already.</source>
        <translation>همه‌اش از پیش اینجا هست.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>پذیرفته نشد</translation>
    </message>
    <message>
        <source>{finished} of {articles}</source>
        <translation>{finished} از {articles}</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>annotation sets</comment>
        <translation>
            <numerusform>… و %Ln تای دیگر</numerusform>
        </translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>بی‌مُهر</translation>
    </message>
    <message>
        <source>nothing in it</source>
        <translation>چیزی در آن نیست</translation>
    </message>
    <message>
        <source>labels unknown here: {labels}</source>
        <translation>برچسب‌هایی که اینجا نیست: {labels}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new annotation(s)</source>
        <translation>
            <numerusform>%Ln برچسب تازه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed annotation(s)</source>
        <translation>
            <numerusform>%Ln برچسب تغییرکرده</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn annotation(s)</source>
        <translation>
            <numerusform>%Ln برچسب پس‌گرفته</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) there already</source>
        <translation>
            <numerusform>%Ln برچسب از پیش موجود</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody new here</source>
        <translation>کسی که تازه به اینجا می‌آید</translation>
    </message>
    <message>
        <source>{name} of the files is</source>
        <translation>{name} در پرونده‌ها یعنی</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>ادغام می‌شود…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) merged.</source>
        <translation>
            <numerusform>%Ln مجموعهٔ برچسب ادغام شد.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} “Undo” takes all of it back in one step.</source>
        <translation>{done} با «واگرد» همه‌اش یک‌جا پس گرفته می‌شود.</translation>
    </message>
    <message>
        <source>All of it was here already; nothing was changed.</source>
        <translation>همه‌اش از پیش اینجا بود؛ چیزی تغییر نکرد.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln پیام دیگر</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>بستن پیام</translation>
    </message>
</context>
<context>
    <name>NameRow</name>
    <message>
        <source>not confirmed</source>
        <translation>تأیید نشده</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>پروژهٔ تازه</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;ساختن</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>پ&amp;رونده</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>&amp;برچسب‌زن</translation>
    </message>
    <message>
        <source>Your name: what you label is kept under it.</source>
        <translation>نام شما: آنچه برچسب می‌زنید زیر این نام می‌ماند.</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>&amp;طرح‌واره</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>پروندهٔ پروژه</translation>
    </message>
    <message>
        <source>One file holds the articles, all annotations and their whole history.</source>
        <translation>یک پرونده همهٔ مقاله‌ها، برچسب‌ها و تاریخچهٔ کاملشان را در خود دارد.</translation>
    </message>
    <message>
        <source>project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>Projects ({pattern})</source>
        <translation>پروژه‌ها ({pattern})</translation>
    </message>
    <message>
        <source>File of the new project</source>
        <translation>پروندهٔ پروژهٔ تازه</translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation>نام پرونده را بنویسید، یا با «مرور…» جایش را برگزینید.</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>A word to yourself or to the supervisor</source>
        <translation>سخنی با خود یا با سرپرست</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>What it is read as</source>
        <translation>خوانش</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>کلیدها</translation>
    </message>
    <message>
        <source>a label’s key</source>
        <translation>کلید برچسب</translation>
    </message>
    <message>
        <source>perhaps an entity</source>
        <translation>شاید موجودیت</translation>
    </message>
    <message>
        <source>labels it</source>
        <translation>برچسب می‌زند</translation>
    </message>
    <message>
        <source>leaves it alone</source>
        <translation>رها می‌کند</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>پیشنهاد</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>سرچشمه</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>اطمینان</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>می‌پذیرد</translation>
    </message>
    <message>
        <source>takes it, to be corrected</source>
        <translation>می‌پذیرد و به فرم می‌رود</translation>
    </message>
    <message>
        <source>takes it as that</source>
        <translation>با آن برچسب می‌پذیرد</translation>
    </message>
    <message>
        <source>rejects it</source>
        <translation>رد می‌کند</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Labels</source>
        <translation>برچسب‌ها</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>The last edits. A digit goes back to where one was made.</source>
        <translation>آخرین ویرایش‌ها. هر رقم به جای همان ویرایش می‌رود.</translation>
    </message>
    <message>
        <source>Why is this article skipped? Enter for the first, a digit for another, or write why.</source>
        <translation>چرا این مقاله کنار گذاشته می‌شود؟ Enter برای نخستین، رقم برای دیگری، یا خودتان بنویسید.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>دلیلی دیگر</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>بی‌دلیل خاص</translation>
    </message>
    <message>
        <source>The same news as another article</source>
        <translation>همان خبرِ مقاله‌ای دیگر</translation>
    </message>
    <message>
        <source>Not about cooperation</source>
        <translation>نه دربارهٔ همکاری</translation>
    </message>
    <message>
        <source>In another language</source>
        <translation>به زبانی دیگر</translation>
    </message>
    <message>
        <source>Broken or unreadable text</source>
        <translation>متن خراب یا ناخوانا</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;مرور…</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>How the texts begin</source>
        <translation>آغاز متن‌ها</translation>
    </message>
    <message>
        <source>Here stands how their texts begin.</source>
        <translation>آغاز متن‌ها اینجا دیده می‌شود.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln واژه</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectDialog</name>
    <message>
        <source>The project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>Suggest also in articles that several people annotate</source>
        <translation>پیشنهاد در مقاله‌هایی که چند نفر برچسب می‌زنند هم باشد</translation>
    </message>
    <message>
        <source>What became of suggestions</source>
        <translation>سرنوشت پیشنهادها</translation>
    </message>
    <message>
        <source>For everybody in this project</source>
        <translation>برای همهٔ این پروژه</translation>
    </message>
    <message>
        <source>Articles without suggestions, to compare</source>
        <translation>سهم مقاله‌های بی‌پیشنهاد، برای سنجش</translation>
    </message>
    <message>
        <source>Word that chooses them</source>
        <translation>واژه‌ای که آن‌ها را برمی‌گزیند</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقاله‌ها</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>برچسب‌ها</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>هنوز هیچ</translation>
    </message>
    <message>
        <source>Time at work</source>
        <translation>زمان کار</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>سرچشمه</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>پذیرفته</translation>
    </message>
    <message>
        <source>Retyped</source>
        <translation>با برچسب دیگر</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>ردشده</translation>
    </message>
    <message>
        <source>Taken, share</source>
        <translation>سهم پذیرش</translation>
    </message>
    <message>
        <source>No suggestion has been decided on yet.</source>
        <translation>هنوز دربارهٔ هیچ پیشنهادی تصمیم گرفته نشده است.</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>article</source>
        <translation>مقاله</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>لایه</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>دو نفر</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>مقاله</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Class of difference</source>
        <translation>نوع اختلاف</translation>
    </message>
    <message>
        <source>Pair of annotators</source>
        <translation>دو برچسب‌زن</translation>
    </message>
    <message>
        <source>Questions left</source>
        <translation>پرسش‌های مانده</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Search articles</source>
        <translation>جست‌وجوی مقاله‌ها</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقاله‌ها</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>وارد کردن مقاله‌ها…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} از {m}</translation>
    </message>
    <message>
        <source>There is no article here yet. Import some texts, and the work can begin.</source>
        <translation>اینجا هنوز مقاله‌ای نیست. چند متن وارد کنید تا کار آغاز شود.</translation>
    </message>
    <message>
        <source>No article has this in its title or name. Try fewer letters, or another state.</source>
        <translation>در عنوان یا نام هیچ مقاله‌ای این نیست. حرف‌های کمتر یا وضعیت دیگری را بیازمایید.</translation>
    </message>
    <message>
        <source>Nothing is waiting here: well done.</source>
        <translation>چیزی در انتظار نیست: خسته نباشید.</translation>
    </message>
    <message>
        <source>No article is in this state yet.</source>
        <translation>هنوز مقاله‌ای در این وضعیت نیست.</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>Write it like value=11 unit=kg.</source>
        <translation>آن را مانند value=11 unit=kg بنویسید.</translation>
    </message>
    <message>
        <source>now: {value}</source>
        <translation>اکنون: {value}</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>read automatically, not confirmed</source>
        <translation>خودکار خوانده شده، تأیید نشده</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Take it off the list (Del)</source>
        <translation>برداشتن از فهرست (Del)</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>برداشتن {name} از فهرست</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>دیگر آنجا نیست</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>The commitments are being read…</source>
        <translation>تعهدها خوانده می‌شوند…</translation>
    </message>
    <message>
        <source>The commitments are being read… {done} of {total} sets</source>
        <translation>تعهدها خوانده می‌شوند… {done} از {total} مجموعه</translation>
    </message>
    <message>
        <source>Every type</source>
        <translation>همهٔ گونه‌ها</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>همهٔ وضعیت‌ها</translation>
    </message>
    <message>
        <source>Every party</source>
        <translation>همهٔ طرف‌ها</translation>
    </message>
    <message>
        <source>Everybody's</source>
        <translation>از همه</translation>
    </message>
    <message numerus="yes">
        <source>%Ln commitments</source>
        <translation>
            <numerusform>%Ln تعهد</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} از {total}</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>صفحه‌گسترده</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Write the register</source>
        <translation>نوشتن دفتر تعهدها</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>در حال نوشتن…</translation>
    </message>
    <message>
        <source>{count} commitments written to {path}.</source>
        <translation>{count} تعهد در {path} نوشته شد.</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>تعهدها</translation>
    </message>
    <message>
        <source>Filter: words of the commitment, its parts or its article</source>
        <translation>پالایش: واژه‌ای از تعهد، بخش‌ها یا مقاله</translation>
    </message>
    <message>
        <source>Filter the commitments</source>
        <translation>پالایش تعهدها</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>گونه</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>طرف</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>از کیست</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>Show all commitments</source>
        <translation>نشان دادن همهٔ تعهدها</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>برون‌بری…</translation>
    </message>
    <message>
        <source>Write what shows to a file</source>
        <translation>نوشتن آنچه دیده می‌شود در پرونده</translation>
    </message>
    <message>
        <source>The commitment in the text</source>
        <translation>تعهد در متن</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;انتشار</translation>
    </message>
    <message>
        <source>Release the gold</source>
        <translation>انتشار مجموعهٔ طلایی</translation>
    </message>
    <message>
        <source>Another number splits otherwise what no release has split yet.</source>
        <translation>با عددی دیگر، آنچه هنوز در هیچ انتشاری نبوده جور دیگری دسته می‌شود.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>Articles that have this in common stay in one split.</source>
        <translation>مقاله‌هایی که این‌شان یکی است در یک دسته می‌مانند.</translation>
    </message>
    <message>
        <source>to be chosen later</source>
        <translation>بعداً گزیده می‌شود</translation>
    </message>
    <message>
        <source>&amp;Hide annotators' names</source>
        <translation>پ&amp;نهان کردن نام برچسب‌زن‌ها</translation>
    </message>
    <message>
        <source>What each split holds</source>
        <translation>آنچه در هر دسته است</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقاله‌ها</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>سهم</translation>
    </message>
    <message>
        <source>New</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>مجموعه‌ها</translation>
    </message>
    <message>
        <source>What annotators finished of these articles.</source>
        <translation>آنچه برچسب‌زن‌ها از این مقاله‌ها تمام کرده‌اند.</translation>
    </message>
    <message>
        <source>No release has held them yet.</source>
        <translation>هنوز در هیچ انتشاری نبوده‌اند.</translation>
    </message>
    <message>
        <source>What goes in and what does not</source>
        <translation>آنچه می‌آید و آنچه نمی‌آید</translation>
    </message>
    <message>
        <source>&amp;Yes, release it unfinished; it will say so</source>
        <translation>&amp;بله، ناتمام منتشر شود؛ خودش هم این را می‌گوید</translation>
    </message>
    <message>
        <source>&amp;Check a release…</source>
        <translation>&amp;سنجش یک انتشار…</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>&amp;قرعه</translation>
    </message>
    <message>
        <source>Keep toge&amp;ther by</source>
        <translation>کنار &amp;هم بر پایهٔ</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>پ&amp;روانه</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>پ&amp;وشه</translation>
    </message>
    <message>
        <source>Folder for the release</source>
        <translation>پوشهٔ انتشار</translation>
    </message>
    <message>
        <source>A new folder that can be published. An article keeps its split for ever.</source>
        <translation>پوشه‌ای تازه که می‌توان همگانی‌اش کرد. دستهٔ هر مقاله برای همیشه همان می‌ماند.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) can be released.</source>
        <translation>
            <numerusform>%Ln مقاله آمادهٔ انتشار است.</numerusform>
        </translation>
    </message>
    <message>
        <source>This gold is not finished.</source>
        <translation>این طلایی هنوز تمام نیست.</translation>
    </message>
    <message>
        <source>Still to be settled: {count} disagreements in {articles} articles ({details}).</source>
        <translation>هنوز حل‌نشده: {count} اختلاف در {articles} مقاله ({details}).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) whose gold nobody has finished.</source>
        <translation>
            <numerusform>طلایی %Ln مقاله را کسی تمام نکرده است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: no gold, though somebody has finished them.</source>
        <translation>
            <numerusform>%Ln مقاله کنار ماند: طلایی ندارد، هرچند کسی تمامش کرده است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: no gold.</source>
        <translation>
            <numerusform>%Ln مقاله کنار ماند: طلایی ندارد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: nearly the same as articles of several splits.</source>
        <translation>
            <numerusform>%Ln مقاله کنار ماند: کمابیش همان متنِ مقاله‌های چند دسته است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) left out: not finished.</source>
        <translation>
            <numerusform>%Ln مجموعهٔ برچسب کنار ماند: تمام نشده است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) with gold of several curators; one of them is taken.</source>
        <translation>
            <numerusform>%Ln مقاله طلایی چند داور را دارد؛ یکی برداشته می‌شود.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of articles that say nearly the same stay together.</source>
        <translation>
            <numerusform>%Ln جفت مقاله که کمابیش یک متن‌اند کنار هم می‌مانند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) get their split now.</source>
        <translation>
            <numerusform>%Ln مقاله اکنون دستهٔ خود را می‌گیرد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a licence nobody may use it; the card will say that one is to be chosen.</source>
        <translation>بی پروانه کسی حق استفاده ندارد؛ شناسنامه خواهد گفت که پروانه هنوز گزیده نشده است.</translation>
    </message>
    <message>
        <source>Written. Now it is being checked…</source>
        <translation>نوشته شد. اکنون سنجیده می‌شود…</translation>
    </message>
    <message>
        <source>{files} files, {size} kB</source>
        <translation>{files} پرونده، {size} کیلوبایت</translation>
    </message>
    <message numerus="yes">
        <source>Annotators' names stand in %Ln place(s) of articles, which stay as they are.</source>
        <translation>
            <numerusform>نام برچسب‌زن‌ها در %Ln جای مقاله‌ها آمده است که همان‌گونه می‌ماند.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written, but something is wrong with it:</source>
        <translation>نوشته شد، ولی ایرادی دارد:</translation>
    </message>
    <message>
        <source>Written and checked: all is as it should be.</source>
        <translation>نوشته و سنجیده شد: همه‌چیز درست است.</translation>
    </message>
    <message>
        <source>Stopped; nothing was released.</source>
        <translation>متوقف شد؛ چیزی منتشر نشد.</translation>
    </message>
</context>
<context>
    <name>RepeatPanel</name>
    <message>
        <source>Looking through the project…</source>
        <translation>جست‌وجو در پروژه…</translation>
    </message>
    <message>
        <source>is “{label}” now</source>
        <translation>اکنون «{label}»</translation>
    </message>
    <message>
        <source>part of the same: “{quote}”</source>
        <translation>هم‌پوش با همین برچسب: «{quote}»</translation>
    </message>
    <message>
        <source>written apart</source>
        <translation>جدا نوشته شده</translation>
    </message>
    <message>
        <source>the article is finished</source>
        <translation>مقاله پایان یافته است</translation>
    </message>
    <message>
        <source>the article was skipped</source>
        <translation>مقاله کنار گذاشته شده است</translation>
    </message>
    <message>
        <source>others annotate this article</source>
        <translation>مقاله دست دیگران است</translation>
    </message>
    <message>
        <source>“{quote}” as “{label}”: {ticked} of {count} places ticked. Enter labels them, Space ticks, Ctrl+A ticks all or none, Esc goes back.</source>
        <translation>«{quote}» ← «{label}»: {ticked} از {count} جا تیک دارد. Enter برچسب می‌زند، Space تیک را می‌گذارد و برمی‌دارد، Ctrl+A همه یا هیچ، Esc برمی‌گردد.</translation>
    </message>
    <message>
        <source>Looking through the project… {percent}</source>
        <translation>جست‌وجو در پروژه… {percent}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Undone: {what}</source>
        <translation>برگشت: {what}</translation>
    </message>
    <message>
        <source>Why? The reason goes with your next decision.</source>
        <translation>چرا؟ این دلیل با رأی بعدی‌تان می‌ماند.</translation>
    </message>
    <message>
        <source>Whose answers are to be gold in this whole article?</source>
        <translation>پاسخ‌های چه کسی در سراسر این مقاله طلایی شود؟</translation>
    </message>
    <message>
        <source>You have annotated this article yourself.</source>
        <translation>این مقاله را خودتان هم برچسب زده‌اید.</translation>
    </message>
    <message>
        <source>The next decision settles all {count} places.</source>
        <translation>رأی بعدی هر {count} جا را یکجا روشن می‌کند.</translation>
    </message>
    <message>
        <source>The same is asked in {count} places; {key} settles them together.</source>
        <translation>همین پرسش در {count} جا هست؛ {key} همه را با هم روشن می‌کند.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>دلیل: {reason}</translation>
    </message>
    <message>
        <source>{left} of {of} left in this article, {total} in all</source>
        <translation>در این مقاله {left} از {of} مانده، روی هم {total}</translation>
    </message>
    <message>
        <source>No question is like that. Esc shows all.</source>
        <translation>چنین پرسشی نمانده است. Esc همه را نشان می‌دهد.</translation>
    </message>
    <message>
        <source>There is nothing to adjudicate yet. At least two people must have finished an article.</source>
        <translation>هنوز چیزی برای داوری نیست. دست‌کم دو نفر باید مقاله‌ای را تمام کرده باشند.</translation>
    </message>
    <message>
        <source>Nothing is left to decide. {key} puts into gold what everybody agrees on.</source>
        <translation>پرسشی نمانده است. {key} آنچه را همه بر آن هم‌نظرند در طلایی می‌گذارد.</translation>
    </message>
    <message>
        <source>Done: nothing is left to settle. Gold is complete.</source>
        <translation>تمام شد: پرسشی نمانده و طلایی کامل است.</translation>
    </message>
    <message>
        <source>{key} shows it in its article.</source>
        <translation>{key} آن را در مقاله نشان می‌دهد.</translation>
    </message>
    <message>
        <source>The articles are being compared… {done} of {total}</source>
        <translation>مقاله‌ها سنجیده می‌شوند… {done} از {total}</translation>
    </message>
    <message>
        <source>The articles are being compared…</source>
        <translation>مقاله‌ها سنجیده می‌شوند…</translation>
    </message>
    <message>
        <source>What all agree on waits to be put into gold in {count} articles. {key} does it now.</source>
        <translation>در {count} مقاله آنچه همه بر آن هم‌نظرند هنوز در طلایی نیست. {key} همین حالا می‌گذارد.</translation>
    </message>
    <message>
        <source>“{title}” is done.</source>
        <translation>«{title}» تمام شد.</translation>
    </message>
    <message>
        <source>Own answer</source>
        <translation>پاسخ خودم</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>کنار بگذار</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>توضیح</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>برگرداندن</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>در مقاله</translation>
    </message>
    <message>
        <source>Comment on your next decision</source>
        <translation>توضیح رأی بعدی</translation>
    </message>
    <message>
        <source>Article with everybody's answers</source>
        <translation>مقاله با پاسخ‌های همه</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>empty</source>
        <translation>خالی</translation>
    </message>
    <message>
        <source>required</source>
        <translation>لازم</translation>
    </message>
    <message>
        <source>not confirmed: {value}</source>
        <translation>تأیید نشده: {value}</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Guidelines</source>
        <translation>راهنمای برچسب‌زنی</translation>
    </message>
    <message>
        <source>{key} or {escape} puts this away.</source>
        <translation>{key} یا {escape} این را می‌بندد.</translation>
    </message>
    <message>
        <source>Retired: it is given no more.</source>
        <translation>بازنشسته: دیگر داده نمی‌شود.</translation>
    </message>
    <message>
        <source>The guidelines have no section about this label.</source>
        <translation>راهنما بخشی دربارهٔ این برچسب ندارد.</translation>
    </message>
</context>
<context>
    <name>SchemaDialog</name>
    <message>
        <source>Labels and attributes</source>
        <translation>برچسب‌ها و ویژگی‌ها</translation>
    </message>
    <message>
        <source>Change the schema</source>
        <translation>تغییر طرح‌واره</translation>
    </message>
    <message>
        <source>What is in use is being counted…</source>
        <translation>آنچه به کار رفته شمرده می‌شود…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>افزودن…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>ادغام در</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Only what was added just now can be removed; all else is retired.</source>
        <translation>تنها آنچه همین حالا افزوده شده برداشتنی است؛ بقیه بازنشسته می‌شود.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>چه چیزی عوض می‌شود</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>بازنشسته کردن</translation>
    </message>
    <message>
        <source>This project is open for reading only; its schema cannot be changed.</source>
        <translation>این پروژه تنها برای خواندن باز است؛ طرح‌واره‌اش را نمی‌توان عوض کرد.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>بازگرداندن</translation>
    </message>
    <message>
        <source>It is being worked out what the annotations need…</source>
        <translation>بررسی می‌شود که برچسب‌های مقاله‌ها چه می‌خواهند…</translation>
    </message>
    <message>
        <source>{count} annotations follow.</source>
        <translation>{count} مورد همراه می‌شود.</translation>
    </message>
    <message>
        <source>{count} stay as they are, since the same is there already: {places}</source>
        <translation>{count} مورد همان‌گونه می‌ماند، چون همان برچسب از پیش آنجاست: {places}</translation>
    </message>
    <message>
        <source>{count} from other files stay and are read as what they became.</source>
        <translation>{count} مورد از پرونده‌های دیگر می‌ماند و با نام تازه خوانده می‌شود.</translation>
    </message>
</context>
<context>
    <name>SchemaField</name>
    <message>
        <source>Schema</source>
        <translation>طرح‌واره</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>از یک &amp;پرونده…</translation>
    </message>
    <message>
        <source>{name} (comes with Peyman)</source>
        <translation>{name} (همراه پیمان)</translation>
    </message>
    <message>
        <source>Schemas ({pattern})</source>
        <translation>طرح‌واره‌ها ({pattern})</translation>
    </message>
    <message>
        <source>Schema file</source>
        <translation>پروندهٔ طرح‌واره</translation>
    </message>
    <message>
        <source>{layer}: {count}</source>
        <translation>{layer}: {count}</translation>
    </message>
</context>
<context>
    <name>SchemaTree</name>
    <message>
        <source>Labels and attributes</source>
        <translation>برچسب‌ها و ویژگی‌ها</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>کلید</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>کاربرد</translation>
    </message>
    <message>
        <source>{name} (merged into {into})</source>
        <translation>{name} (ادغام در {into})</translation>
    </message>
    <message>
        <source>{name} (retired)</source>
        <translation>{name} (بازنشسته)</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>“{label}” on {count} places in {articles} articles</source>
        <translation>«{label}» روی {count} جا در {articles} مقاله</translation>
    </message>
    <message>
        <source>Deletes {count} annotations in {articles} articles</source>
        <translation>حذف {count} برچسب در {articles} مقاله</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>چیزی تغییر نمی‌کند</translation>
    </message>
    <message>
        <source>{count} are so already</source>
        <translation>{count} جا از پیش همین است</translation>
    </message>
    <message>
        <source>{count} cannot: {reason}</source>
        <translation>{count} جا نمی‌شود: {reason}</translation>
    </message>
    <message>
        <source>{count} of others or other layers are left alone</source>
        <translation>{count} جا از دیگران یا لایه‌ای دیگر است و دست نمی‌خورد</translation>
    </message>
    <message>
        <source>Enter does it, Esc does not.</source>
        <translation>Enter انجام می‌دهد، Esc رها می‌کند.</translation>
    </message>
    <message>
        <source>{count} places changed. Ctrl+Z takes it all back.</source>
        <translation>{count} جا تغییر کرد. Ctrl+Z همه را یک‌جا برمی‌گرداند.</translation>
    </message>
    <message>
        <source>Words, "a phrase", beginn*</source>
        <translation>واژه‌ها، «یک عبارت»، آغاز واژه*</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>جست‌وجو در پروژه</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>جاهای یافته‌شده</translation>
    </message>
    <message>
        <source>Label what is ticked</source>
        <translation>برچسب زدن به تیک‌خورده‌ها</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>یک‌دستی</translation>
    </message>
    <message>
        <source>Words are found however they are written: joined or apart, with Arabic or Persian letters and digits.</source>
        <translation>واژه‌ها به هر نگارشی یافته می‌شوند: پیوسته یا جدا، با حرف و رقم عربی یا فارسی.</translation>
    </message>
    <message>
        <source>{count} places in {articles} articles</source>
        <translation>{count} جا در {articles} مقاله</translation>
    </message>
    <message>
        <source>only the first {count} are listed</source>
        <translation>تنها {count} تای نخست در فهرست است</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>چیزی پیدا نشد</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>در حال جست‌وجو…</translation>
    </message>
    <message>
        <source>Enter goes there, Space ticks; the key of a label labels what is ticked.</source>
        <translation>Enter به آنجا می‌رود، Space تیک را می‌گذارد و برمی‌دارد؛ کلید هر برچسب به همهٔ تیک‌خورده‌ها برچسب می‌زند.</translation>
    </message>
    <message>
        <source>Enter goes there.</source>
        <translation>Enter به آنجا می‌رود.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>&amp;پیش‌فرض‌ها</translation>
    </message>
</context>
<context>
    <name>SpanCard</name>
    <message>
        <source>Line {line}, characters {start}–{end}</source>
        <translation>سطر {line}، نویسه‌های {start}–{end}</translation>
    </message>
    <message>
        <source>in {count} pieces</source>
        <translation>در {count} تکه</translation>
    </message>
    <message>
        <source>suggested by {origin}</source>
        <translation>پیشنهادِ {origin}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>ویژگی‌ها</translation>
    </message>
    <message>
        <source>Confirm what is offered, and fill in the usual values where there is none yet (D)</source>
        <translation>تأیید آنچه پیشنهاد شده و پر کردن جاهای خالی با مقدارهای معمول (D)</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>پر کردن</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>نقش‌ها</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>نقش آن</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>one; two; three</source>
        <translation>یک؛ دو؛ سه</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>It goes by itself, with a click or with (Esc).</source>
        <translation>خودش می‌رود، یا با کلیک یا با (Esc).</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>and {count} older ones</source>
        <translation>و {count} مورد کهنه‌تر</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Mark who is named in Persian and Russian news, and who promised what to whom. Works offline.</source>
        <translation>نشان بزنید در خبرهای فارسی و روسی از چه کسانی نام برده شده و چه کسی به چه کسی چه قولی داده است. بی نیاز به شبکه.</translation>
    </message>
    <message>
        <source>pact</source>
        <translation>عهد و قرار</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>پروژهٔ تازه</translation>
    </message>
    <message>
        <source>Start with your own articles</source>
        <translation>با مقاله‌های خودتان آغاز کنید</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>باز کردن پروژه</translation>
    </message>
    <message>
        <source>Go on where you left off</source>
        <translation>ادامه از همان جا که بودید</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>پروژهٔ نمونه</translation>
    </message>
    <message>
        <source>Five articles to try things on</source>
        <translation>پنج مقاله برای آزمودن</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>پروژه‌های اخیر</translation>
    </message>
    <message>
        <source>A project file can also be dropped here.</source>
        <translation>پروندهٔ پروژه را می‌توان اینجا رها کرد.</translation>
    </message>
</context>
<context>
    <name>WorkAsDialog</name>
    <message>
        <source>Who works now</source>
        <translation>اکنون چه کسی کار می‌کند</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>Who works now?</source>
        <translation>اکنون چه کسی کار می‌کند؟</translation>
    </message>
    <message>
        <source>From now on, what is labelled is kept under this name; nothing else changes.</source>
        <translation>از این پس آنچه برچسب می‌خورد زیر این نام می‌ماند؛ چیز دیگری تغییر نمی‌کند.</translation>
    </message>
    <message>
        <source>A new name: nobody called so has annotations here yet.</source>
        <translation>نامی تازه: هنوز کسی با این نام اینجا برچسبی ندارد.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Progress</source>
        <translation>پیشرفت</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>بس &amp;کن</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>نمایش &amp;پوشه</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>متوقف شد؛ چیزی تغییر نکرد.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Project</source>
        <translation>پروژه</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقاله‌ها</translation>
    </message>
    <message>
        <source>Moving in the text</source>
        <translation>حرکت در متن</translation>
    </message>
    <message>
        <source>Selecting</source>
        <translation>گزینش</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>بازه‌ها</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>تعهدها</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Register of commitments</source>
        <translation>دفتر تعهدها</translation>
    </message>
    <message>
        <source>Agreement and feedback</source>
        <translation>توافق و بازخورد</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>راهنمای برچسب‌زنی</translation>
    </message>
    <message>
        <source>Adjudicating</source>
        <translation>داوری</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>پنجره</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>پروژهٔ تازه…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>باز کردن پروژه…</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>وارد کردن مقاله‌ها…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>برون‌بری…</translation>
    </message>
    <message>
        <source>Deal out articles…</source>
        <translation>پخش مقاله‌ها…</translation>
    </message>
    <message>
        <source>Release the gold…</source>
        <translation>انتشار مجموعهٔ طلایی…</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>تحویل دادن…</translation>
    </message>
    <message>
        <source>Merge files…</source>
        <translation>ادغام پرونده‌ها…</translation>
    </message>
    <message>
        <source>Figures and settings of the project…</source>
        <translation>آمار و تنظیمات پروژه…</translation>
    </message>
    <message>
        <source>Labels and attributes…</source>
        <translation>برچسب‌ها و ویژگی‌ها…</translation>
    </message>
    <message>
        <source>Work as…</source>
        <translation>کار با نامِ…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>تنظیمات…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>مقالهٔ بعدی</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>مقالهٔ قبلی</translation>
    </message>
    <message>
        <source>Finish and go on</source>
        <translation>پایان و رفتن به بعدی</translation>
    </message>
    <message>
        <source>The last edits</source>
        <translation>آخرین ویرایش‌ها</translation>
    </message>
    <message>
        <source>Skip the article</source>
        <translation>گذشتن از مقاله</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>پالایش صف</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>یافتن در مقاله…</translation>
    </message>
    <message>
        <source>In the queue: open the article</source>
        <translation>در صف: باز کردن مقاله</translation>
    </message>
    <message>
        <source>Token to the left</source>
        <translation>یک واژه به چپ</translation>
    </message>
    <message>
        <source>Token to the right</source>
        <translation>یک واژه به راست</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>یک سطر بالا</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>یک سطر پایین</translation>
    </message>
    <message>
        <source>Sentence to the left</source>
        <translation>یک جمله به چپ</translation>
    </message>
    <message>
        <source>Sentence to the right</source>
        <translation>یک جمله به راست</translation>
    </message>
    <message>
        <source>Start of the line</source>
        <translation>آغاز سطر</translation>
    </message>
    <message>
        <source>End of the line</source>
        <translation>پایان سطر</translation>
    </message>
    <message>
        <source>Start of the article</source>
        <translation>آغاز مقاله</translation>
    </message>
    <message>
        <source>End of the article</source>
        <translation>پایان مقاله</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>یک صفحه بالا</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>یک صفحه پایین</translation>
    </message>
    <message>
        <source>Select a token to the left</source>
        <translation>گزینش تا یک واژه به چپ</translation>
    </message>
    <message>
        <source>Select a token to the right</source>
        <translation>گزینش تا یک واژه به راست</translation>
    </message>
    <message>
        <source>Select a line up</source>
        <translation>گزینش تا یک سطر بالا</translation>
    </message>
    <message>
        <source>Select a line down</source>
        <translation>گزینش تا یک سطر پایین</translation>
    </message>
    <message>
        <source>Select a sentence to the left</source>
        <translation>گزینش تا یک جمله به چپ</translation>
    </message>
    <message>
        <source>Select a sentence to the right</source>
        <translation>گزینش تا یک جمله به راست</translation>
    </message>
    <message>
        <source>Select to the start of the line</source>
        <translation>گزینش تا آغاز سطر</translation>
    </message>
    <message>
        <source>Select to the end of the line</source>
        <translation>گزینش تا پایان سطر</translation>
    </message>
    <message>
        <source>Select a letter to the left</source>
        <translation>گزینش تا یک حرف به چپ</translation>
    </message>
    <message>
        <source>Select a letter to the right</source>
        <translation>گزینش تا یک حرف به راست</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>گزینش جمله</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>رونوشت متن گزیده</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>برداشتن گزینش</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>واگرد</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>ازنو</translation>
    </message>
    <message>
        <source>Next suggestion; when there is none, next span</source>
        <translation>پیشنهاد بعدی؛ اگر نباشد، بازهٔ بعدی</translation>
    </message>
    <message>
        <source>Previous suggestion or span</source>
        <translation>پیشنهاد یا بازهٔ پیشین</translation>
    </message>
    <message>
        <source>Take the suggestion (a label's key: as that label)</source>
        <translation>پذیرفتن پیشنهاد (کلید برچسب: با آن برچسب)</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>رد پیشنهاد</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>بازهٔ بعدی</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>بازهٔ قبلی</translation>
    </message>
    <message>
        <source>Span under the cursor; again: the next inner or outer one</source>
        <translation>بازهٔ زیر مکان‌نما؛ دوباره: بازهٔ درونی یا بیرونی بعدی</translation>
    </message>
    <message>
        <source>Attributes of the span</source>
        <translation>ویژگی‌های بازه</translation>
    </message>
    <message>
        <source>Start of the span outwards</source>
        <translation>آغاز بازه، رو به بیرون</translation>
    </message>
    <message>
        <source>Start of the span inwards</source>
        <translation>آغاز بازه، رو به درون</translation>
    </message>
    <message>
        <source>End of the span outwards</source>
        <translation>پایان بازه، رو به بیرون</translation>
    </message>
    <message>
        <source>End of the span inwards</source>
        <translation>پایان بازه، رو به درون</translation>
    </message>
    <message>
        <source>Start of the span outwards by a letter</source>
        <translation>آغاز بازه، یک حرف رو به بیرون</translation>
    </message>
    <message>
        <source>Start of the span inwards by a letter</source>
        <translation>آغاز بازه، یک حرف رو به درون</translation>
    </message>
    <message>
        <source>End of the span outwards by a letter</source>
        <translation>پایان بازه، یک حرف رو به بیرون</translation>
    </message>
    <message>
        <source>End of the span inwards by a letter</source>
        <translation>پایان بازه، یک حرف رو به درون</translation>
    </message>
    <message>
        <source>Delete the span</source>
        <translation>حذف بازه</translation>
    </message>
    <message>
        <source>Note on the span, or on the article</source>
        <translation>یادداشت بازه، یا مقاله</translation>
    </message>
    <message>
        <source>Doubt about the span, or the article</source>
        <translation>تردید در بازه، یا در مقاله</translation>
    </message>
    <message>
        <source>The same label on the same words in this article…</source>
        <translation>همین برچسب روی همین واژه‌ها در این مقاله…</translation>
    </message>
    <message>
        <source>The same label on the same words in the whole project…</source>
        <translation>همین برچسب روی همین واژه‌ها در همهٔ پروژه…</translation>
    </message>
    <message>
        <source>Pick a value: calendar, people, names</source>
        <translation>برگزیدن مقدار: تقویم، اشخاص، نام‌ها</translation>
    </message>
    <message>
        <source>Commitment from the selection or the sentence</source>
        <translation>تعهد از گزینش یا از جمله</translation>
    </message>
    <message>
        <source>Confirm what is offered, fill in the defaults</source>
        <translation>تأیید پیشنهادها و پر کردن پیش‌فرض‌ها</translation>
    </message>
    <message>
        <source>Role: take the selected text</source>
        <translation>نقش: برداشتن متن گزیده</translation>
    </message>
    <message>
        <source>Role: leave it empty</source>
        <translation>نقش: خالی بماند</translation>
    </message>
    <message>
        <source>Form: next field</source>
        <translation>فرم: خانهٔ بعدی</translation>
    </message>
    <message>
        <source>Form: previous field</source>
        <translation>فرم: خانهٔ قبلی</translation>
    </message>
    <message>
        <source>Form: confirm and fill in the defaults</source>
        <translation>فرم: تأیید پیشنهادها و پر کردن پیش‌فرض‌ها</translation>
    </message>
    <message>
        <source>Form: calendar or list of the field</source>
        <translation>فرم: تقویم یا فهرست این خانه</translation>
    </message>
    <message>
        <source>Form: date of the article</source>
        <translation>فرم: تاریخ مقاله</translation>
    </message>
    <message>
        <source>Form: back to the text</source>
        <translation>فرم: بازگشت به متن</translation>
    </message>
    <message>
        <source>Take an answer: its number</source>
        <translation>برداشتن یک پاسخ: شماره‌اش</translation>
    </message>
    <message>
        <source>Gold has nothing here</source>
        <translation>طلایی اینجا چیزی ندارد</translation>
    </message>
    <message>
        <source>An answer of one's own</source>
        <translation>پاسخی از خود</translation>
    </message>
    <message>
        <source>Put the question aside</source>
        <translation>کنار گذاشتن پرسش</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>پس گرفتن رأی آخر</translation>
    </message>
    <message>
        <source>Reason for the decision: its number</source>
        <translation>دلیل رأی: شماره‌اش</translation>
    </message>
    <message>
        <source>Comment on the decision</source>
        <translation>توضیح رأی</translation>
    </message>
    <message>
        <source>Settle all places where the same is asked</source>
        <translation>یک رأی برای همهٔ جاهایی که همین پرسش هست</translation>
    </message>
    <message>
        <source>One annotator's answers for the whole article</source>
        <translation>پاسخ‌های یک برچسب‌زن برای سراسر مقاله</translation>
    </message>
    <message>
        <source>Put into gold what everybody agrees on</source>
        <translation>آنچه همه بر آن هم‌نظرند در طلایی</translation>
    </message>
    <message>
        <source>Show the place in the gold of its article</source>
        <translation>نشان دادن این جا در طلاییِ مقاله</translation>
    </message>
    <message>
        <source>Filter the questions</source>
        <translation>پالایش پرسش‌ها</translation>
    </message>
    <message>
        <source>Back to the list; again: show all questions</source>
        <translation>بازگشت به فهرست؛ دوباره: نشان دادن همهٔ پرسش‌ها</translation>
    </message>
    <message>
        <source>Show the commitment in its article</source>
        <translation>نشان دادن تعهد در مقاله</translation>
    </message>
    <message>
        <source>Filter the commitments</source>
        <translation>پالایش تعهدها</translation>
    </message>
    <message>
        <source>Show all commitments</source>
        <translation>نشان دادن همهٔ تعهدها</translation>
    </message>
    <message>
        <source>Write the commitments to a file…</source>
        <translation>نوشتن تعهدها در پرونده…</translation>
    </message>
    <message>
        <source>Sort by a column: its number</source>
        <translation>چیدن بر پایهٔ ستون: شمارهٔ آن</translation>
    </message>
    <message>
        <source>Measure again, or stop measuring</source>
        <translation>سنجش دوباره، یا توقف سنجش</translation>
    </message>
    <message>
        <source>Compare others: with one another, with gold</source>
        <translation>سنجش دیگران: با یکدیگر، با طلایی</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>لایهٔ بعدی</translation>
    </message>
    <message>
        <source>On a cell: list its examples</source>
        <translation>روی یک خانه: نمونه‌های آن</translation>
    </message>
    <message>
        <source>Back: to the chart, to the list of charts</source>
        <translation>بازگشت: به نمودار، به فهرست نمودارها</translation>
    </message>
    <message>
        <source>Write the chart to a file…</source>
        <translation>نوشتن نمودار در پرونده…</translation>
    </message>
    <message>
        <source>Write all charts as a report…</source>
        <translation>نوشتن همهٔ نمودارها در گزارش…</translation>
    </message>
    <message>
        <source>Write the annotator's feedback sheet…</source>
        <translation>نوشتن برگهٔ بازخورد برچسب‌زن…</translation>
    </message>
    <message>
        <source>Open a feedback sheet…</source>
        <translation>باز کردن برگهٔ بازخورد…</translation>
    </message>
    <message>
        <source>Write the feedback sheet as a page…</source>
        <translation>نوشتن برگهٔ بازخورد به صورت صفحهٔ وب…</translation>
    </message>
    <message>
        <source>What the label is for</source>
        <translation>این برچسب برای چیست</translation>
    </message>
    <message>
        <source>Write the guidelines</source>
        <translation>نوشتن راهنما</translation>
    </message>
    <message>
        <source>Keep what was written</source>
        <translation>نگه داشتن آنچه نوشته شد</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>برچسب‌زنی</translation>
    </message>
    <message>
        <source>Adjudicate</source>
        <translation>داوری</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>جست‌وجو در پروژه</translation>
    </message>
    <message>
        <source>Check for consistent labelling</source>
        <translation>وارسی یک‌دستی برچسب‌ها</translation>
    </message>
    <message>
        <source>In the list: go to the place</source>
        <translation>در فهرست: رفتن به همان جا</translation>
    </message>
    <message>
        <source>In the list: tick, or take the tick away</source>
        <translation>در فهرست: گذاشتن و برداشتن تیک</translation>
    </message>
    <message>
        <source>In the list: tick all, or none</source>
        <translation>در فهرست: تیک همه یا هیچ</translation>
    </message>
    <message>
        <source>In the list: delete what is ticked</source>
        <translation>در فهرست: حذف تیک‌خورده‌ها</translation>
    </message>
    <message>
        <source>In the check: make all alike</source>
        <translation>در وارسی: یک‌دست کردن همه</translation>
    </message>
    <message>
        <source>In the check: mark as intended</source>
        <translation>در وارسی: نشان «عمدی»</translation>
    </message>
    <message>
        <source>In the list: back</source>
        <translation>در فهرست: بازگشت</translation>
    </message>
    <message>
        <source>Agreement and progress</source>
        <translation>توافق و پیشرفت</translation>
    </message>
    <message>
        <source>Feedback from the curator</source>
        <translation>بازخورد داور</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>متن بزرگ‌تر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>متن کوچک‌تر</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>اندازهٔ معمول متن</translation>
    </message>
    <message>
        <source>Lines farther apart</source>
        <translation>فاصلهٔ بیشتر میان سطرها</translation>
    </message>
    <message>
        <source>Lines closer together</source>
        <translation>فاصلهٔ کمتر میان سطرها</translation>
    </message>
    <message>
        <source>Longer lines</source>
        <translation>سطرهای بلندتر</translation>
    </message>
    <message>
        <source>Shorter lines</source>
        <translation>سطرهای کوتاه‌تر</translation>
    </message>
    <message>
        <source>Another font</source>
        <translation>قلم دیگر</translation>
    </message>
    <message>
        <source>Join lines broken by hand</source>
        <translation>پیوستن سطرهای شکسته</translation>
    </message>
    <message>
        <source>Only one paragraph stands out</source>
        <translation>پررنگ کردن تنها یک بند</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>روشن یا تیره</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>بخش بعدی پنجره</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>بخش قبلی پنجره</translation>
    </message>
    <message>
        <source>Show or hide the queue</source>
        <translation>نمایش یا پنهان کردن صف</translation>
    </message>
    <message>
        <source>Suggestions on or off</source>
        <translation>روشن یا خاموش کردن پیشنهادها</translation>
    </message>
    <message>
        <source>The next one’s annotations</source>
        <translation>برچسب‌های نفر بعدی</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>نمایش یا پنهان کردن جزئیات</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>تمام‌صفحه</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>همهٔ کلیدها</translation>
    </message>
    <message>
        <source>About Peyman</source>
        <translation>دربارهٔ پیمان</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;پروژه</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;ویرایش</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;مقاله</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;نما</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;راهنما</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>neither side has any</source>
        <translation>هیچ‌کدام چیزی ندارند</translation>
    </message>
    <message>
        <source>nothing was answered by two annotators</source>
        <translation>هیچ جا دو برچسب‌زن پاسخ نداده‌اند</translation>
    </message>
    <message>
        <source>only one value was ever used, so chance would agree as well</source>
        <translation>همه‌جا تنها یک مقدار آمده است، پس بخت هم همین توافق را می‌داد</translation>
    </message>
    <message>
        <source>not everybody answered everything</source>
        <translation>همه به همه‌چیز پاسخ نداده‌اند</translation>
    </message>
</context>
<context>
    <name>dashboard</name>
    <message>
        <source>Headline</source>
        <translation>شاخص‌های اصلی</translation>
    </message>
    <message>
        <source>Pairs of annotators</source>
        <translation>جفت‌های برچسب‌زن</translation>
    </message>
    <message>
        <source>Label by label</source>
        <translation>به تفکیک برچسب</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>جابه‌جایی برچسب‌ها</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>ویژگی‌ها</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>مرزها</translation>
    </message>
    <message>
        <source>Against gold</source>
        <translation>در برابر طلایی</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>پیشنهادها</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>پیشرفت</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>آهنگ کار</translation>
    </message>
    <message>
        <source>F1, same extent</source>
        <translation>F1 با دامنهٔ یکسان</translation>
    </message>
    <message>
        <source>F1, overlapping</source>
        <translation>F1 با هم‌پوشانی</translation>
    </message>
    <message>
        <source>F1, whatever the label</source>
        <translation>F1 بی‌اعتنا به برچسب</translation>
    </message>
    <message>
        <source>Overlap of the extents</source>
        <translation>هم‌پوشانی دامنه‌ها</translation>
    </message>
    <message>
        <source>uα, corrected for chance</source>
        <translation>uα با کسر اثر بخت</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>دقت</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>بازیابی</translation>
    </message>
    <message>
        <source>What</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>سنجه</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>From</source>
        <translation>از</translation>
    </message>
    <message>
        <source>To</source>
        <translation>تا</translation>
    </message>
    <message>
        <source>Why none</source>
        <translation>چرا ندارد</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>مقاله‌ها</translation>
    </message>
    <message>
        <source>Pairs compared</source>
        <translation>جفت‌های سنجیده</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>کنار گذاشته</translation>
    </message>
    <message>
        <source>{annotator} against gold</source>
        <translation>{annotator} در برابر طلایی</translation>
    </message>
    <message>
        <source>annotators with one another</source>
        <translation>برچسب‌زن‌ها با یکدیگر</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} تا {high})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln مقاله</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs compared</source>
        <translation>
            <numerusform>%Ln جفت سنجیده شد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln کنار گذاشته شد</numerusform>
        </translation>
    </message>
    <message>
        <source>F1, also of unmatched commitments</source>
        <translation>F1 با تعهدهای بی‌همتا</translation>
    </message>
    <message>
        <source>Does a sentence hold a commitment?</source>
        <translation>آیا جمله تعهدی دارد؟</translation>
    </message>
    <message>
        <source>Fields of the article</source>
        <translation>ویژگی‌های مقاله</translation>
    </message>
    <message>
        <source>The bar: where the figure lies in {level} of {count} resamples of the articles.</source>
        <translation>نوار نشان می‌دهد که رقم در {level} از {count} بازنمونه‌گیریِ مقاله‌ها کجاست.</translation>
    </message>
    <message>
        <source>{share} of the pairs are equal</source>
        <translation>{share} جفت‌ها برابرند</translation>
    </message>
    <message>
        <source>Disc: same extent. Ring: overlapping.</source>
        <translation>دایرهٔ پر: دامنهٔ یکسان. حلقه: هم‌پوشانی.</translation>
    </message>
    <message>
        <source>Control articles, without suggestions</source>
        <translation>مقاله‌های شاهد، بی‌پیشنهاد</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>همهٔ مقاله‌های دیگر</translation>
    </message>
    <message>
        <source>{annotator}: {suggested} of {spans} began as suggestions</source>
        <translation>{annotator}: {suggested} از {spans} برچسب از پیشنهاد آمده است</translation>
    </message>
    <message>
        <source>F1 of the same extent and label; the darker, the more alike.</source>
        <translation>F1 با دامنه و برچسب یکسان؛ هرچه پررنگ‌تر، همانندتر.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>شمار</translation>
    </message>
    <message>
        <source>A cell counts the places that one called so and the other so; Enter or a click lists them. Where both have the same label, other extents are listed.</source>
        <translation>هر خانه شمار جاهایی است که یکی چنین و دیگری چنان برچسب زده است؛ Enter یا کلیک آن‌ها را نشان می‌دهد. آنجا که برچسب یکی است، جاهایی با دامنهٔ متفاوت نشان داده می‌شود.</translation>
    </message>
    <message>
        <source>called by the annotator</source>
        <translation>به گفتهٔ برچسب‌زن</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>{one} / {other}: {count}</source>
        <translation>{one} / {other}: {count}</translation>
    </message>
    <message>
        <source>gold {one}, annotator {other}: {count}</source>
        <translation>طلایی {one}، برچسب‌زن {other}: {count}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>End</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>{edge}: {same} the same, {other} elsewhere</source>
        <translation>{edge}: {same} یکسان، {other} جابه‌جا</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>مرز</translation>
    </message>
    <message>
        <source>Tokens apart</source>
        <translation>فاصله به واژه</translation>
    </message>
    <message>
        <source>How many tokens the edges lie apart, of what stands for one place.</source>
        <translation>مرزهای دو برچسبِ یک جا چند واژه از هم دورند.</translation>
    </message>
    <message>
        <source>“−” is earlier in the text than gold.</source>
        <translation>«−» یعنی پیش از مرز طلایی.</translation>
    </message>
    <message>
        <source>{tokens} tokens apart: {count}</source>
        <translation>{tokens} واژه فاصله: {count}</translation>
    </message>
    <message>
        <source>{finished} of {total} finished</source>
        <translation>{finished} از {total} پایان‌یافته</translation>
    </message>
    <message>
        <source>{begun} in progress · {skipped} skipped</source>
        <translation>{begun} در دست کار · {skipped} کنار گذاشته</translation>
    </message>
    <message>
        <source>Dealt out</source>
        <translation>سپرده‌شده</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>پایان‌یافته</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>در دست کار</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>کنار گذاشته</translation>
    </message>
    <message>
        <source>As far as it is in this file: what was handed in and merged.</source>
        <translation>تا جایی که در این پرونده هست: آنچه تحویل و ادغام شده است.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>روز</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>دقیقه</translation>
    </message>
    <message>
        <source>Columns: articles finished. Line: time at work, told from the edits where it was not measured here.</source>
        <translation>ستون‌ها: مقاله‌های پایان‌یافته. خط: زمان کار؛ آنجا که در این پرونده سنجیده نشده، از روی ویرایش‌ها برآورد شده است.</translation>
    </message>
    <message>
        <source>{day}: {finished} finished, {time}</source>
        <translation>{day}: {finished} پایان‌یافته، {time}</translation>
    </message>
    <message>
        <source>{finished} finished in {time}</source>
        <translation>{finished} مقالهٔ پایان‌یافته در {time}</translation>
    </message>
    <message>
        <source>one annotator</source>
        <translation>یک برچسب‌زن</translation>
    </message>
    <message>
        <source>the other</source>
        <translation>دیگری</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>Unsure</source>
        <translation>نامطمئن</translation>
    </message>
    <message>
        <source>Which label?</source>
        <translation>کدام برچسب؟</translation>
    </message>
    <message>
        <source>Which kind of commitment?</source>
        <translation>کدام نوع تعهد؟</translation>
    </message>
    <message>
        <source>Is it one at all?</source>
        <translation>آیا اصلاً هست؟</translation>
    </message>
    <message>
        <source>Which canonical name?</source>
        <translation>کدام نام یکتا؟</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>change of label</source>
        <translation>تغییر برچسب</translation>
    </message>
    <message>
        <source>change of extent</source>
        <translation>تغییر دامنه</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>ویژگی‌ها</translation>
    </message>
    <message>
        <source>note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>تردید</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>field of the article</source>
        <translation>مشخصهٔ مقاله</translation>
    </message>
    <message>
        <source>state of the article</source>
        <translation>وضعیت مقاله</translation>
    </message>
    <message>
        <source>label everywhere</source>
        <translation>برچسب در همه‌جا</translation>
    </message>
    <message>
        <source>label on many places</source>
        <translation>برچسب روی چندین جا</translation>
    </message>
    <message>
        <source>deletion of many annotations</source>
        <translation>حذف چندین برچسب</translation>
    </message>
    <message>
        <source>the same words labelled alike</source>
        <translation>یک‌دست کردن یک عبارت</translation>
    </message>
    <message>
        <source>suggestion taken</source>
        <translation>پذیرش پیشنهاد</translation>
    </message>
    <message>
        <source>suggestion taken with another label</source>
        <translation>پذیرش پیشنهاد با برچسب دیگر</translation>
    </message>
    <message>
        <source>suggestion rejected</source>
        <translation>رد پیشنهاد</translation>
    </message>
    <message>
        <source>details of the article</source>
        <translation>مشخصات مقاله</translation>
    </message>
    <message>
        <source>settings of the project</source>
        <translation>تنظیمات پروژه</translation>
    </message>
    <message>
        <source>labels and attributes</source>
        <translation>برچسب‌ها و ویژگی‌ها</translation>
    </message>
    <message>
        <source>difference marked as intended</source>
        <translation>تأیید تفاوت عمدی</translation>
    </message>
    <message>
        <source>automatic decisions</source>
        <translation>تصمیم‌های خودکار</translation>
    </message>
    <message>
        <source>import</source>
        <translation>وارد کردن</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>ادغام</translation>
    </message>
    <message>
        <source>articles dealt out</source>
        <translation>پخش مقاله‌ها</translation>
    </message>
    <message>
        <source>splits of the release</source>
        <translation>دسته‌های انتشار</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>رأی داور</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>There is no display to open the window on. Start Peyman in a graphical session, or see “peyman -h”.</source>
        <translation>نمایشگری برای باز کردن پنجره نیست. پیمان را در نشستی گرافیکی آغاز کنید، یا «peyman -h» را ببینید.</translation>
    </message>
    <message>
        <source>The window cannot be opened: {reason}. Install what is missing (see README).</source>
        <translation>پنجره باز نمی‌شود: {reason}. آنچه کم است نصب کنید (README را ببینید).</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>Standard output cannot hold both the export and the JSON object. Export to a file, or leave out --json.</source>
        <translation>خروجی استاندارد هم‌زمان جای برون‌بری و شیء JSON نیست. در پرونده‌ای برون‌بری کنید، یا ‎--json را بردارید.</translation>
    </message>
    <message>
        <source>No article in “{path}” is called “{name}”. Leave out --document to see the names of all.</source>
        <translation>در «{path}» مقاله‌ای به نام «{name}» نیست. ‎--document را ننویسید تا نام همه را ببینید.</translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({reason}). Set {variable}=1 to see where, and report it.</source>
        <translation>چیزی پیش‌بینی‌نشده پیش آمد ({reason}). برای دیدن جایش {variable}=1 بگذارید و گزارش کنید.</translation>
    </message>
    <message>
        <source>{annotator} has not finished “{document}”, so it cannot be accepted as a whole.</source>
        <translation>{annotator} هنوز «{document}» را تمام نکرده است، پس نمی‌توان کار او را یکجا پذیرفت.</translation>
    </message>
    <message>
        <source>No article was finished by two of these annotators, or by one beside a finished gold: there is nothing to compare. Merge their work and finish it first. Annotators here: {names}.</source>
        <translation>هیچ مقاله‌ای را دو تن از این برچسب‌زن‌ها، یا یکی از آن‌ها در کنار نسخهٔ طلاییِ پایان‌یافته، به پایان نرسانده‌اند؛ چیزی برای سنجیدن نیست. نخست کارهایشان را ادغام کنید و به پایان برسانید. برچسب‌زن‌ها: {names}.</translation>
    </message>
    <message>
        <source>“{name}” of “{path}” is “{here}” here, and annotations are shown under that name. Undo that merge, and merge again with another name.</source>
        <translation>«{name}» در «{path}» اینجا «{here}» است و برچسب‌ها با همین نام نشان داده می‌شوند. آن ادغام را واگردانید و با نام دیگر دوباره ادغام کنید.</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: the span {span} ({start}–{end}) does not quote its text.</source>
        <translation>«{document}»، {annotator}: بازهٔ {span} ({start}–{end}) متن خود را نقل نمی‌کند.</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: {count} annotations carry “{layer}/{label}”, unknown to the schema.</source>
        <translation>«{document}»، {annotator}: {count} برچسب «{layer}/{label}» دارند که طرح‌واره نمی‌شناسد.</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: {reason}</source>
        <translation>«{document}»، {annotator}: {reason}</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: a role “{label}” does not lead from a commitment to a span.</source>
        <translation>«{document}»، {annotator}: نقش «{label}» از یک تعهد به یک بازه نمی‌رود.</translation>
    </message>
    <message>
        <source>“{where}” holds no text. Leave it out.</source>
        <translation>«{where}» متنی ندارد. کنارش بگذارید.</translation>
    </message>
    <message>
        <source>“{where}” is longer than {megabytes} MB, too long for one article. Split it.</source>
        <translation>«{where}» از {megabytes} مگابایت بلندتر است و برای یک مقاله زیاد است. تقسیمش کنید.</translation>
    </message>
    <message>
        <source>“{where}”, line {line}: a NUL character, so this is no plain text or a damaged one. Save it again as plain UTF-8 text.</source>
        <translation>«{where}»، سطر {line}: نویسهٔ NUL، پس متن ساده نیست یا آسیب دیده است. دوباره به صورت متن سادهٔ UTF-8 ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{where}”, line {line}: half a character (a lone surrogate). Replace it and save as UTF-8.</source>
        <translation>«{where}»، سطر {line}: نیمی از یک نویسه (surrogate تنها). جایگزینش کنید و به UTF-8 ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{where}”, line {line}: bytes that are not UTF-8 in a text that otherwise is. Mend that line and save as UTF-8.</source>
        <translation>«{where}»، سطر {line}: بایت‌هایی که UTF-8 نیست در متنی که جز آن هست. آن سطر را درست کنید و به UTF-8 ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{where}” is no plain text, or in an encoding that cannot be told. Save it as UTF-8.</source>
        <translation>«{where}» متن ساده نیست، یا کدگذاری‌اش شناخته نمی‌شود. به UTF-8 ذخیره‌اش کنید.</translation>
    </message>
    <message>
        <source>“{where}” cannot be read as {encoding} without loss. Save it as UTF-8.</source>
        <translation>«{where}» را نمی‌توان بی‌کم‌وکاست با {encoding} خواند. به UTF-8 ذخیره‌اش کنید.</translation>
    </message>
    <message>
        <source>“{where}” cannot be read: there is no encoding named {encoding}. Name another.</source>
        <translation>«{where}» خوانده نمی‌شود: کدگذاری‌ای به نام {encoding} نیست. نام دیگری بدهید.</translation>
    </message>
    <message>
        <source>This changed in the meantime and was left as it is. Look at it again and repeat the step.</source>
        <translation>این در این میان تغییر کرد و همان‌گونه ماند. دوباره نگاه کنید و گام را تکرار کنید.</translation>
    </message>
    <message>
        <source>There is no text at {start}–{end} to label. Select some text.</source>
        <translation>در {start}–{end} متنی برای برچسب زدن نیست. متنی را برگزینید.</translation>
    </message>
    <message>
        <source>“{quote}” would cross “{other}”. Spans of this layer may lie inside one another but not cross: change one of the ends.</source>
        <translation>«{quote}» از مرز «{other}» می‌گذرد. بازه‌های این لایه می‌توانند درون هم باشند ولی نه گذرنده از هم: یکی از دو سر را جابه‌جا کنید.</translation>
    </message>
    <message>
        <source>“{quote}” would overlap “{other}”, which this layer does not allow. Change one of the ends.</source>
        <translation>«{quote}» با «{other}» هم‌پوشی دارد و این لایه آن را روا نمی‌دارد. یکی از دو سر را جابه‌جا کنید.</translation>
    </message>
    <message>
        <source>The fragment {start}–{end} is empty, lies outside its span, or does not come after the one before it. Choose its ends anew.</source>
        <translation>تکهٔ {start}–{end} تهی است، بیرون از بازه‌اش است، یا پس از تکهٔ پیشین نمی‌آید. دو سرش را از نو برگزینید.</translation>
    </message>
    <message>
        <source>“{quote}” already has this label.</source>
        <translation>«{quote}» از پیش همین برچسب را دارد.</translation>
    </message>
    <message>
        <source>“{quote}” already fills this role.</source>
        <translation>«{quote}» از پیش همین نقش را پر کرده است.</translation>
    </message>
    <message>
        <source>“{quote}” is no commitment, so it has no roles. Choose a commitment first.</source>
        <translation>«{quote}» تعهد نیست و نقشی ندارد. نخست تعهدی را برگزینید.</translation>
    </message>
    <message>
        <source>A commitment cannot fill a role of its own. Choose another span.</source>
        <translation>یک تعهد نمی‌تواند نقش خودش را پر کند. بازهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>No article that {annotator} finished has a finished gold yet, so there is nothing to say. Settle the disagreements first.</source>
        <translation>هیچ‌یک از مقاله‌هایی که {annotator} به پایان رسانده هنوز نسخهٔ طلایی پایان‌یافته ندارد، پس بازخوردی نیست. نخست اختلاف‌ها را حل کنید.</translation>
    </message>
    <message>
        <source>This is no feedback sheet that this program understands ({reason}). Ask for it again.</source>
        <translation>این برگهٔ بازخوردی نیست که این برنامه بفهمد ({reason}). بخواهید دوباره بفرستند.</translation>
    </message>
    <message>
        <source>This sheet belongs to another project or to another annotator ({annotator}). Choose yours.</source>
        <translation>این برگه از پروژه‌ای دیگر یا برای برچسب‌زنی دیگر ({annotator}) است. برگهٔ خودتان را برگزینید.</translation>
    </message>
    <message>
        <source>A decision puts “{label}” at {start}–{end}, where the text has nothing. Decide it again.</source>
        <translation>یک تصمیم «{label}» را در {start}–{end} می‌گذارد، جایی که متن چیزی ندارد. دوباره تصمیم بگیرید.</translation>
    </message>
    <message>
        <source>The role “{label}” has lost what fills it. Choose another, or decide that there is none.</source>
        <translation>آنچه نقش «{label}» را پر می‌کرد دیگر نیست. چیز دیگری برگزینید یا تصمیم بگیرید که این نقش نیست.</translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}). Check the disk it is on.</source>
        <translation>«{path}» خوانده نشد ({reason}). دیسک آن را بررسی کنید.</translation>
    </message>
    <message>
        <source>“{path}” is still open somewhere, or was not closed well ({beside} lies beside it). Close it first.</source>
        <translation>«{path}» هنوز جایی باز است یا درست بسته نشده است (کنار آن {beside} هست). نخست آن را ببندید.</translation>
    </message>
    <message>
        <source>“{path}” was copied while it was open, so work may be missing. Have it handed in instead.</source>
        <translation>«{path}» هنگام باز بودن کپی شده و شاید بخشی از کار در آن نباشد. بخواهید آن را تحویل دهند.</translation>
    </message>
    <message>
        <source>“{path}” is larger than {gigabytes} GB, so it was not looked at.</source>
        <translation>«{path}» از {gigabytes} گیگابایت بزرگ‌تر است، پس بررسی نشد.</translation>
    </message>
    <message>
        <source>“{path}” was changed by another program (“{name}” is not as Peyman makes it), so it was refused.</source>
        <translation>برنامهٔ دیگری «{path}» را تغییر داده است («{name}» آن‌گونه نیست که پیمان می‌سازد)، پس رد شد.</translation>
    </message>
    <message>
        <source>“{path}” is damaged ({reason}), so it was refused. Have it handed in again.</source>
        <translation>«{path}» آسیب دیده است ({reason})، پس رد شد. بخواهید دوباره تحویل دهند.</translation>
    </message>
    <message>
        <source>In “{path}”, the text of “{document}” is not what its checksum says, so the file was refused.</source>
        <translation>در «{path}» متن «{document}» با مجموع کنترلی آن نمی‌خواند، پس پرونده رد شد.</translation>
    </message>
    <message>
        <source>In “{path}”, an annotation of “{document}” ({start}–{end}) does not quote its text; it was refused.</source>
        <translation>در «{path}» یکی از برچسب‌های «{document}» ({start}–{end}) با متن نمی‌خواند؛ پرونده رد شد.</translation>
    </message>
    <message>
        <source>“{path}” holds something that cannot be read (in “{table}”), so it was refused. Have it handed in again.</source>
        <translation>در «{path}» چیزی هست که خوانده نمی‌شود (در «{table}»)، پس رد شد. بخواهید دوباره تحویل دهند.</translation>
    </message>
    <message>
        <source>“{path}” holds another project than its manifest says, so it was refused. Have it handed in again.</source>
        <translation>پروژهٔ درون «{path}» آن نیست که شناسنامه‌اش می‌گوید، پس رد شد. بخواهید دوباره تحویل دهند.</translation>
    </message>
    <message>
        <source>“{path}” is open for reading only, so nothing can be changed here.</source>
        <translation>«{path}» تنها برای خواندن باز است و اینجا نمی‌توان چیزی را تغییر داد.</translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}). Check the disk; if this stays, restore it from a copy.</source>
        <translation>«{path}» خوانده نشد ({reason}). دیسک را بررسی کنید؛ اگر ماند، از رونوشتی بازیابی کنید.</translation>
    </message>
    <message>
        <source>The annotations of {annotator} on “{document}” came from another file and are changed only there. Settle differences in gold, or let {annotator} hand in a newer file.</source>
        <translation>برچسب‌های {annotator} در «{document}» از پروندهٔ دیگری آمده‌اند و تنها همان‌جا تغییر می‌کنند. اختلاف را در نسخهٔ طلایی حل کنید، یا بگذارید {annotator} پروندهٔ تازه‌تری تحویل دهد.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}). The step was not saved; free the disk and repeat it.</source>
        <translation>«{path}» نوشته نشد ({reason}). این گام ذخیره نشد؛ در دیسک جا باز کنید و تکرارش کنید.</translation>
    </message>
    <message>
        <source>“{path}” is this very project. Choose the files that came back.</source>
        <translation>«{path}» خود همین پروژه است. پرونده‌هایی را برگزینید که بازگشته‌اند.</translation>
    </message>
    <message>
        <source>“{path}” belongs to another project. Choose files that were dealt out from this one.</source>
        <translation>«{path}» از پروژهٔ دیگری است. پرونده‌هایی را برگزینید که از این پروژه پخش شده‌اند.</translation>
    </message>
    <message>
        <source>Nobody called “{name}” is known here, so nobody can be taken for “{name}”. There are: {names}.</source>
        <translation>اینجا کسی به نام «{name}» شناخته نیست، پس کسی را نمی‌توان «{name}» گرفت. این‌ها هستند: {names}.</translation>
    </message>
    <message>
        <source>“{path}” is not a Peyman project, or it is damaged. Choose a .peyman file.</source>
        <translation>«{path}» پروژهٔ پیمان نیست، یا آسیب دیده است. پرونده‌ای ‎.peyman برگزینید.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Peyman. Update this program to open it; nothing was changed.</source>
        <translation>«{path}» را پیمان تازه‌تری ساخته است. برای باز کردنش این برنامه را به‌روز کنید؛ چیزی تغییر نکرد.</translation>
    </message>
    <message>
        <source>“{path}” was made by an older Peyman and must be brought up to date first: open it once for writing.</source>
        <translation>«{path}» را پیمان کهنه‌تری ساخته و نخست باید به‌روز شود: یک بار برای نوشتن بازش کنید.</translation>
    </message>
    <message>
        <source>Each annotator can be named once; “{name}” is named twice. Name the annotators to deal to.</source>
        <translation>هر برچسب‌زن را یک بار می‌توان نام برد؛ «{name}» دو بار آمده است. برچسب‌زن‌ها را یک بار نام ببرید.</translation>
    </message>
    <message>
        <source>Nobody is named to deal the articles to. Name at least one annotator.</source>
        <translation>کسی نام برده نشده تا مقاله‌ها به او برسد. دست‌کم یک برچسب‌زن نام ببرید.</translation>
    </message>
    <message>
        <source>{overlap} annotators cannot share an article, as {count} are named. Choose from 1 to {count}.</source>
        <translation>{overlap} برچسب‌زن نمی‌توانند مقاله‌ای مشترک داشته باشند، چون {count} نفر نام برده شده‌اند. از ۱ تا {count} برگزینید.</translation>
    </message>
    <message>
        <source>{share} is no share of the articles. Choose from 0 to 1.</source>
        <translation>{share} سهمی از مقاله‌ها نیست. از ۰ تا ۱ برگزینید.</translation>
    </message>
    <message>
        <source>No article says anything about “{by}”, so they cannot be spread by it. There are: {fields}.</source>
        <translation>هیچ مقاله‌ای «{by}» ندارد، پس نمی‌توان آن‌ها را بر پایهٔ آن پخش کرد. این‌ها هست: {fields}.</translation>
    </message>
    <message>
        <source>All articles of this project have been dealt out already. Import new ones first.</source>
        <translation>همهٔ مقاله‌های این پروژه پیش‌تر پخش شده‌اند. نخست مقاله‌های تازه وارد کنید.</translation>
    </message>
    <message>
        <source>The folder “{path}” could not be written ({reason}). Choose another.</source>
        <translation>در پوشهٔ «{path}» نوشته نشد ({reason}). پوشهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>“{path}” was not dealt out from this project, so nothing was added to it. Choose another file.</source>
        <translation>«{path}» از این پروژه پخش نشده است، پس چیزی به آن افزوده نشد. پروندهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>Nothing was dealt to {annotator}, who works in “{path}”. Deal something out to that name first.</source>
        <translation>به {annotator} که در «{path}» کار می‌کند چیزی نرسیده است. نخست چیزی به این نام بدهید.</translation>
    </message>
    <message>
        <source>{annotator} works in “{path}”, not {name}, so nothing was added to it. Choose the file of {name}.</source>
        <translation>در «{path}» {annotator} کار می‌کند، نه {name}؛ پس چیزی به آن افزوده نشد. پروندهٔ {name} را برگزینید.</translation>
    </message>
    <message>
        <source>“{path}” was handed in, so it cannot be worked on any more. Choose the annotator's project file.</source>
        <translation>«{path}» تحویل داده شده و دیگر نمی‌توان در آن کار کرد. پروندهٔ پروژهٔ برچسب‌زن را برگزینید.</translation>
    </message>
    <message>
        <source>Everything was dealt out and is remembered, but “{path}” could not be added to ({reason}). Bring that file up to date once this is mended.</source>
        <translation>مقاله‌ها پخش و ثبت شد، ولی چیزی به «{path}» افزوده نشد ({reason}). پس از رفع مشکل، آن پرونده را به‌روز کنید.</translation>
    </message>
    <message>
        <source>“{path}” and “{other}” are both files of {annotator}. Name one of them.</source>
        <translation>«{path}» و «{other}» هر دو از آنِ {annotator} هستند. یکی را نام ببرید.</translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Hand in to another file.</source>
        <translation>«{path}» خود پروژه است. در پروندهٔ دیگری تحویل دهید.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}). Choose another place, and hand in again.</source>
        <translation>«{path}» نوشته نشد ({reason}). جای دیگری برگزینید و دوباره تحویل دهید.</translation>
    </message>
    <message>
        <source>“{path}” is there already. Choose another name.</source>
        <translation>«{path}» از پیش هست. نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>There is no project at “{path}”. Check the path.</source>
        <translation>در «{path}» پروژه‌ای نیست. مسیر را بررسی کنید.</translation>
    </message>
    <message>
        <source>The folder of “{path}” does not exist. Make it first.</source>
        <translation>پوشهٔ «{path}» نیست. نخست آن را بسازید.</translation>
    </message>
    <message>
        <source>“{path}” is open in another window or program. Close it there first.</source>
        <translation>«{path}» در پنجره یا برنامهٔ دیگری باز است. نخست آنجا ببندیدش.</translation>
    </message>
    <message>
        <source>“{path}” could not be opened ({reason}). Check that you may read and write there.</source>
        <translation>«{path}» باز نشد ({reason}). ببینید اجازهٔ خواندن و نوشتن در آنجا را دارید.</translation>
    </message>
    <message>
        <source>“{path}” is damaged: something in it cannot be read. Look with “peyman check”, or restore a copy.</source>
        <translation>«{path}» آسیب دیده است: چیزی در آن خوانده نمی‌شود. با «peyman check» ببینید، یا از رونوشتی بازیابی کنید.</translation>
    </message>
    <message>
        <source>“{name}” cannot be an annotator's name. Use 1 to 200 visible characters.</source>
        <translation>«{name}» نمی‌تواند نام برچسب‌زن باشد. ۱ تا ۲۰۰ نویسهٔ دیدنی به کار ببرید.</translation>
    </message>
    <message>
        <source>“{name}” stands for a choice in exports, so nobody can be called so. Choose another name.</source>
        <translation>«{name}» در برون‌بری معنای دیگری دارد و نام کسی نمی‌شود. نام دیگری برگزینید.</translation>
    </message>
    <message>
        <source>Nobody called “{name}” has annotations in this project. There are: {names}.</source>
        <translation>کسی به نام «{name}» در این پروژه برچسبی ندارد. هستند: {names}.</translation>
    </message>
    <message>
        <source>Another article is already called “{name}”.</source>
        <translation>مقالهٔ دیگری از پیش «{name}» نام دارد.</translation>
    </message>
    <message>
        <source>“{annotator}” already has other annotations on “{document}”; they were left as they are.</source>
        <translation>«{annotator}» از پیش برچسب‌های دیگری بر «{document}» دارد؛ همان‌گونه ماندند.</translation>
    </message>
    <message>
        <source>The file is damaged ({reason}). Restore it from a copy.</source>
        <translation>پرونده آسیب دیده است ({reason}). از رونوشتی بازیابی‌اش کنید.</translation>
    </message>
    <message>
        <source>The text of “{document}” is not the text that was imported.</source>
        <translation>متن «{document}» همان نیست که وارد شده بود.</translation>
    </message>
    <message>
        <source>The table “{table}” does not match its history in {count} rows.</source>
        <translation>جدول «{table}» در {count} سطر با تاریخچه‌اش نمی‌خواند.</translation>
    </message>
    <message>
        <source>“{text}” is no date that can be read. Write it like “15 December 2025” or “2025-12-15”.</source>
        <translation>«{text}» به‌عنوان تاریخ خوانده نشد. آن را مانند «۱۵ آذر ۱۴۰۴» یا «۱۴۰۴/۹/۱۵» بنویسید.</translation>
    </message>
    <message>
        <source>“{text}” ends before it begins. Write the earlier day first.</source>
        <translation>«{text}» پیش از آغازش پایان می‌یابد. روز زودتر را اول بنویسید.</translation>
    </message>
    <message>
        <source>“{text}” is no single day. Write the day, the month and the year, like “15 December 2025”.</source>
        <translation>«{text}» یک روز معین نیست. روز و ماه و سال را بنویسید، مانند «۱۵ آذر ۱۴۰۴».</translation>
    </message>
    <message>
        <source>“{text}” is no amount of money that can be read. Write a number and its currency.</source>
        <translation>«{text}» به‌عنوان مبلغ خوانده نشد. یک عدد و واحد پولش را بنویسید.</translation>
    </message>
    <message>
        <source>“{text}” does not say its currency. Write it behind the number: rial and toman are not the same.</source>
        <translation>واحد پول «{text}» معلوم نیست. آن را پس از عدد بنویسید: ریال و تومان یکی نیستند.</translation>
    </message>
    <message>
        <source>“{text}” is no quantity that can be read. Write a number and its unit.</source>
        <translation>«{text}» به‌عنوان مقدار خوانده نشد. یک عدد و واحدش را بنویسید.</translation>
    </message>
    <message>
        <source>Schema {where}: {reason}. Correct the TOML and try again.</source>
        <translation>طرح‌وارهٔ {where}: {reason}. TOML را درست کنید و دوباره بیازمایید.</translation>
    </message>
    <message>
        <source>Schema {where}, line {line}, key “{key}”: {reason}. Correct it and try again.</source>
        <translation>طرح‌وارهٔ {where}، سطر {line}، کلید «{key}»: {reason}. درستش کنید و دوباره بیازمایید.</translation>
    </message>
    <message>
        <source>“{label}” is no label of the layer “{layer}” in this project's schema.</source>
        <translation>«{label}» برچسبی از لایهٔ «{layer}» در طرح‌وارهٔ این پروژه نیست.</translation>
    </message>
    <message>
        <source>“{layer}” is no layer of this project's schema.</source>
        <translation>«{layer}» لایه‌ای از طرح‌وارهٔ این پروژه نیست.</translation>
    </message>
    <message>
        <source>“{label}” of the layer “{layer}” is retired: it stays where it is, but is given no more.</source>
        <translation>«{label}» از لایهٔ «{layer}» بازنشسته است: هر جا هست می‌ماند، ولی دیگر داده نمی‌شود.</translation>
    </message>
    <message>
        <source>The key “{key}” belongs to “{other}” already. Choose another key, or take that one away first.</source>
        <translation>کلید «{key}» از آنِ «{other}» است. کلید دیگری برگزینید، یا نخست آن را بردارید.</translation>
    </message>
    <message>
        <source>The key “{key}” has another meaning while an article is read. Choose another key.</source>
        <translation>کلید «{key}» هنگام خواندن مقاله کار دیگری دارد. کلید دیگری برگزینید.</translation>
    </message>
    <message>
        <source>The schema has no “{entry}”.</source>
        <translation>طرح‌واره «{entry}» ندارد.</translation>
    </message>
    <message>
        <source>“{into}” is retired, so nothing can be merged into it. Restore it first, or choose another.</source>
        <translation>«{into}» بازنشسته است و چیزی در آن ادغام نمی‌شود. نخست بازش گردانید، یا دیگری را برگزینید.</translation>
    </message>
    <message>
        <source>{count} annotations would lose their “{entry}”, which this schema does not have or does not allow there. Retire it (retired = true) or merge it into another (merged_into) instead of leaving it out.</source>
        <translation>{count} مورد «{entry}» خود را از دست می‌دهند، چون این طرح‌واره آن را ندارد یا آنجا روا نمی‌داند. به جای کنار گذاشتن، بازنشسته‌اش کنید (retired = true) یا در دیگری ادغامش کنید (merged_into).</translation>
    </message>
    <message>
        <source>A majority never decides what type of commitment something is, or its status. Name another layer, and settle commitments yourself.</source>
        <translation>نوع و وضعیت تعهد هرگز با رأی اکثریت تعیین نمی‌شود. لایهٔ دیگری را نام ببرید و دربارهٔ تعهدها خودتان تصمیم بگیرید.</translation>
    </message>
    <message>
        <source>{count} are no majority. Choose 2 or more.</source>
        <translation>{count} نفر اکثریت نیست. ۲ یا بیشتر برگزینید.</translation>
    </message>
    <message>
        <source>“{path}” was damaged on its way, or is no submission at all. Have it handed in again.</source>
        <translation>«{path}» در راه آسیب دیده است، یا اصلاً پروندهٔ تحویلی نیست. بخواهید دوباره تحویل دهند.</translation>
    </message>
    <message>
        <source>“{path}” does not hold what it says it holds ({reason}). Have it handed in again.</source>
        <translation>در «{path}» آن چیزی نیست که می‌گوید ({reason}). بخواهید دوباره تحویل دهند.</translation>
    </message>
    <message>
        <source>What was learned for suggestions in {folder} is damaged and not used. Let it be learned again.</source>
        <translation>آنچه برای پیشنهادها در {folder} آموخته شده آسیب دیده است و به کار نمی‌رود. بگذارید دوباره آموخته شود.</translation>
    </message>
    <message>
        <source>Learning what to suggest stopped: {reason}. Nothing else is affected; let it be tried again later.</source>
        <translation>آموختن پیشنهادها ایستاد: {reason}. به چیز دیگری آسیب نرسیده؛ بگذارید بعداً دوباره آزموده شود.</translation>
    </message>
    <message>
        <source>Place {offset} lies outside the text. The file belongs to another text; look for the right one.</source>
        <translation>جای {offset} بیرون از متن است. پرونده از آنِ متن دیگری است؛ پروندهٔ درست را بیابید.</translation>
    </message>
    <message>
        <source>Place {offset}, counted in UTF-16 units, lies inside a character. Find out in which unit the file counts.</source>
        <translation>جای {offset} در شمارش UTF-16 درون یک نویسه می‌افتد. ببینید پرونده با چه واحدی می‌شمارد.</translation>
    </message>
    <message>
        <source>The program that finds the words of Persian texts stopped. Import again; if it stops again, install Peyman anew, because its part hazm is damaged.</source>
        <translation>برنامه‌ای که واژه‌های متن فارسی را می‌یابد ایستاد. دوباره وارد کنید؛ اگر باز ایستاد، پیمان را از نو نصب کنید، چون بخش hazm آسیب دیده است.</translation>
    </message>
    <message>
        <source>The format “{name}” can only be imported, not exported.</source>
        <translation>قالب «{name}» را تنها می‌توان وارد کرد، نه برون برد.</translation>
    </message>
    <message>
        <source>This project has nothing of “{which}” to export. Export “all”, or import something first.</source>
        <translation>در این پروژه از «{which}» چیزی برای برون‌بری نیست. «all» را برون ببرید، یا نخست چیزی وارد کنید.</translation>
    </message>
    <message>
        <source>“{path}” is no regular file. Name a file, or a folder to import all of it.</source>
        <translation>«{path}» پرونده‌ای عادی نیست. پرونده‌ای را نام ببرید، یا پوشه‌ای را تا همه‌اش وارد شود.</translation>
    </message>
    <message>
        <source>“{path}” holds no file of a format that can be imported ({known}). Choose another folder.</source>
        <translation>در «{path}» پرونده‌ای با قالبی که بتوان وارد کرد نیست ({known}). پوشهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>“{path}” is a link that leads out of “{folder}”, so it was not read. Name it itself to import it.</source>
        <translation>«{path}» پیوندی است که به بیرون از «{folder}» می‌رود، پس خوانده نشد. اگر می‌خواهید وارد شود، خود آن را نام ببرید.</translation>
    </message>
    <message>
        <source>Standard input (“-”) cannot be imported. Save it as a file, and name that.</source>
        <translation>ورودی استاندارد («-») را نمی‌توان وارد کرد. آن را در پرونده‌ای ذخیره کنید و نام آن را بدهید.</translation>
    </message>
    <message>
        <source>No file matches “{path}”. Check the pattern.</source>
        <translation>پرونده‌ای با «{path}» نمی‌خواند. الگو را بررسی کنید.</translation>
    </message>
    <message>
        <source>The format “{name}” can only be exported, not imported.</source>
        <translation>قالب «{name}» را تنها می‌توان برون برد، نه وارد کرد.</translation>
    </message>
    <message>
        <source>No format to import from has an option “{option}”. There are: {known}. Leave it out or correct it.</source>
        <translation>هیچ قالبی برای وارد کردن گزینهٔ «{option}» ندارد. گزینه‌ها: {known}. آن را ننویسید یا درستش کنید.</translation>
    </message>
    <message>
        <source>“{name}” holds characters that cannot be seen or written, so it cannot name a document. Rename the file.</source>
        <translation>«{name}» نویسه‌هایی دارد که دیدنی یا نوشتنی نیست و نام مقاله نمی‌شود. نام پرونده را عوض کنید.</translation>
    </message>
    <message>
        <source>“{file}” is no TOML ({reason}). Correct it.</source>
        <translation>«{file}» به زبان TOML نیست ({reason}). درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, [{layer}], “{label}”: the schema has no such layer, or no label “{found}” in it. Correct it, as in: [entity] PERSON = "PER", or PERSON = "" to keep it aside.</source>
        <translation>«{file}»، [{layer}]، «{label}»: طرح‌واره چنین لایه‌ای ندارد، یا در آن برچسب «{found}» نیست. درستش کنید، مانند: [entity] PERSON = "PER"، یا PERSON = "" تا کنار گذاشته شود.</translation>
    </message>
    <message>
        <source>There is nothing at “{path}”. Check the path.</source>
        <translation>در «{path}» چیزی نیست. مسیر را بررسی کنید.</translation>
    </message>
    <message>
        <source>“{path}” may not be read or written. Change its permissions, or choose another place.</source>
        <translation>اجازهٔ خواندن یا نوشتن «{path}» نیست. اجازه‌هایش را تغییر دهید، یا جای دیگری برگزینید.</translation>
    </message>
    <message>
        <source>The disk of “{path}” is full. Nothing was changed; free some space and try again.</source>
        <translation>دیسک «{path}» پر است. چیزی تغییر نکرد؛ جا باز کنید و دوباره بیازمایید.</translation>
    </message>
    <message>
        <source>“{path}” could not be read or written ({reason}).</source>
        <translation>«{path}» خوانده یا نوشته نشد ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Export to another file.</source>
        <translation>«{path}» خود پروژه است. در پروندهٔ دیگری برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{path}” holds something already. Name a folder that does not exist, or an empty one.</source>
        <translation>در «{path}» از پیش چیزی هست. پوشه‌ای نام ببرید که نباشد، یا خالی باشد.</translation>
    </message>
    <message>
        <source>The format “{name}” writes several files. Name a folder instead of “{path}”.</source>
        <translation>قالب «{name}» چند پرونده می‌نویسد. به جای «{path}» پوشه‌ای نام ببرید.</translation>
    </message>
    <message>
        <source>There is no format “{name}”. Choose one of: {known}.</source>
        <translation>قالبی به نام «{name}» نیست. یکی از این‌ها را برگزینید: {known}.</translation>
    </message>
    <message>
        <source>“{file}” does not show its format: its name ends in none of {known}. Name the format, or rename the file.</source>
        <translation>از نام «{file}» قالبش پیدا نیست: به هیچ‌یک از {known} پایان نمی‌یابد. قالب را نام ببرید، یا نام پرونده را عوض کنید.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {megabytes} MB, too large for one article. Split it, or leave pictures out.</source>
        <translation>«{file}» از {megabytes} مگابایت بزرگ‌تر است و برای یک مقاله زیاد است. آن را تقسیم کنید یا تصویرها را بردارید.</translation>
    </message>
    <message>
        <source>The format “{format}” has no option “{option}”. It has: {known}. Leave it out or choose one of them.</source>
        <translation>قالب «{format}» گزینهٔ «{option}» ندارد. گزینه‌هایش: {known}. آن را بردارید یا یکی از این‌ها را برگزینید.</translation>
    </message>
    <message>
        <source>The option “{option}” of the format “{format}” cannot be “{value}”. Choose one of: {known}.</source>
        <translation>گزینهٔ «{option}» از قالب «{format}» نمی‌تواند «{value}» باشد. یکی از این‌ها را برگزینید: {known}.</translation>
    </message>
    <message>
        <source>The format “{name}” needs {package}, which is not installed here. Run: pip install "peyman[{extra}]"</source>
        <translation>قالب «{name}» به {package} نیاز دارد که اینجا نصب نیست. اجرا کنید: ⁦pip install "peyman[{extra}]"⁩</translation>
    </message>
    <message>
        <source>“{file}” does not say whose its annotations are. Name the annotator, with --annotator or in the window.</source>
        <translation>«{file}» نمی‌گوید برچسب‌هایش از کیست. برچسب‌زن را نام ببرید، با --annotator یا در پنجره.</translation>
    </message>
    <message>
        <source>“{file}” has labels that this project's schema does not have: {labels}. Say in a TOML file which of ours they are, or "" to keep them aside (--map), or make a project whose schema has them.</source>
        <translation>«{file}» برچسب‌هایی دارد که در طرح‌وارهٔ این پروژه نیست: {labels}. در پرونده‌ای TOML بگویید کدام برچسب ما هستند، یا "" تا کنار گذاشته شوند (--map)، یا پروژه‌ای بسازید که طرح‌واره‌اش آن‌ها را داشته باشد.</translation>
    </message>
    <message>
        <source>“{file}”: the text it annotates, “{text}”, is not beside it. Put it there.</source>
        <translation>«{file}»: متنی که برچسب خورده، «{text}»، کنارش نیست. آن را آنجا بگذارید.</translation>
    </message>
    <message>
        <source>“{file}”: the text it annotates, “{text}”, is a link that leads to another folder. Put the text itself there.</source>
        <translation>«{file}»: متنی که برچسب خورده، «{text}»، پیوندی به پوشه‌ای دیگر است. خود متن را آنجا بگذارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no annotation of brat's; expected is “{wanted}”. Correct it.</source>
        <translation>«{file}»، خط {line}: «{found}» به شیوهٔ brat نیست؛ باید مانند «{wanted}» باشد. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the id “{id}” stands twice. Give each annotation its own id.</source>
        <translation>«{file}»، سطر {line}: شناسهٔ «{id}» دو بار آمده است. به هر برچسب شناسهٔ خودش را بدهید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: there is no “{id}” in this file. Add it or remove this line.</source>
        <translation>«{file}»، خط {line}: «{id}» در این پرونده نیست. آن را بیفزایید یا این خط را بردارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the event “{id}” has itself as an argument. Correct it.</source>
        <translation>«{file}»، خط {line}: رویداد «{id}» خودش را در بر دارد. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the note of type “Peyman” does not hold what Peyman writes. Remove it.</source>
        <translation>«{file}»، خط {line}: یادداشت گونهٔ «Peyman» چیزی نیست که پیمان می‌نویسد. آن را بردارید.</translation>
    </message>
    <message>
        <source>{count} spans of nothing but line ends are left out, with their roles</source>
        <translation>{count} بازه که تنها پایان خط است با نقش‌هایش جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} articles get a name that ends in “.txt”, as all texts of brat do</source>
        <translation>نام {count} مقاله به «.txt» پایان می‌یابد، مانند همهٔ متن‌های brat</translation>
    </message>
    <message>
        <source>{count} lines of the imported file are left out, because what they are about is gone</source>
        <translation>{count} خط از پروندهٔ واردشده جا می‌ماند، چون آنچه دربارهٔ آن بود دیگر نیست</translation>
    </message>
    <message>
        <source>“{file}”, {where}: {start}–{end} is no stretch of this text, which has {length} characters. Correct the offsets.</source>
        <translation>«{file}»، {where}: {start}–{end} بازه‌ای از این متن نیست، که {length} نویسه دارد. جاها را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, {where}: at {start}–{end} the text is “{found}”, not “{quote}”. Correct the offsets or the text.</source>
        <translation>«{file}»، {where}: متن در {start}–{end} «{found}» است، نه «{quote}». جاها یا متن را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: byte {byte} is not UTF-8. Save the file as UTF-8 and import it again.</source>
        <translation>«{file}»، سطر {line}: بایت {byte} UTF-8 نیست. پرونده را به UTF-8 ذخیره کنید و دوباره وارد کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: longer than {megabytes} MB. This is no such file, or a damaged one.</source>
        <translation>«{file}»، خط {line}: بلندتر از {megabytes} مگابایت. این پرونده از این گونه نیست، یا آسیب دیده است.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: a NUL character, so this file is damaged. Restore it.</source>
        <translation>«{file}»، خط {line}: نویسهٔ NUL؛ پس پرونده آسیب دیده است. آن را بازیابی کنید.</translation>
    </message>
    <message>
        <source>“{file}”, {where}: the fragment {start}–{end} begins before the one before it ends. Correct it.</source>
        <translation>«{file}»، {where}: تکهٔ {start}–{end} پیش از پایان تکهٔ پیشین آغاز می‌شود. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}” holds several annotation sets of one article (by {people}), so they cannot all be those of “{annotator}”. Import it again without naming anybody: each then keeps their own.</source>
        <translation>«{file}» از یک مقاله چند مجموعهٔ برچسب دارد (از {people})، پس همه نمی‌توانند از «{annotator}» باشند. دوباره وارد کنید و نام کسی را ندهید تا کار هرکس به نام خودش بماند.</translation>
    </message>
    <message>
        <source>“{file}” does not tell which of its columns is the text of the articles. Say it: --option text=COLUMN. It has: {columns}.</source>
        <translation>از «{file}» پیدا نیست متن مقاله‌ها در کدام ستون است. آن را بگویید: ‎--option text=COLUMN‎. ستون‌ها: {columns}.</translation>
    </message>
    <message>
        <source>“{file}” has no column “{column}” for “{role}”. Choose one of: {columns}.</source>
        <translation>«{file}» ستون «{column}» را برای «{role}» ندارد. یکی از این‌ها را برگزینید: {columns}.</translation>
    </message>
    <message>
        <source>“{file}”, row {row}: more than {most} columns. Leave out those that say nothing of an article.</source>
        <translation>«{file}»، سطر {row}: بیش از {most} ستون. ستون‌هایی را که دربارهٔ مقاله نیستند بردارید.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {megabytes} MB, too large for one import. Split it into several files.</source>
        <translation>«{file}» از {megabytes} مگابایت بزرگ‌تر است و یک‌باره وارد نمی‌شود. آن را به چند پرونده تقسیم کنید.</translation>
    </message>
    <message>
        <source>“{file}”, row {row}: nothing stands in the column “{column}” of the texts. Fill or remove the row, or let such rows be skipped: --option empty=skip.</source>
        <translation>«{file}»، سطر {row}: ستون متن «{column}» خالی است. سطر را پر یا حذف کنید، یا بگذارید چنین سطرهایی رد شوند: ‎--option empty=skip‎.</translation>
    </message>
    <message>
        <source>“{file}” holds no article. Choose another file or sheet.</source>
        <translation>«{file}» هیچ مقاله‌ای ندارد. پرونده یا برگهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no word with its tag. Write a word, a tab or a space, and its tag.</source>
        <translation>«{file}»، خط {line}: «{found}» واژه‌ای با برچسبش نیست. واژه، جدول‌بند یا فاصله، و برچسبش را بنویسید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no tag. Write O, or B- or I- (also E- and S-) with a label.</source>
        <translation>«{file}»، خط {line}: «{found}» برچسب نیست. O بنویسید، یا B- یا I- (و نیز E- و S-) با نام برچسب.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: what follows -DOCSTART- is not what Peyman writes there. Correct it.</source>
        <translation>«{file}»، خط {line}: آنچه پس از -DOCSTART- آمده چیزی نیست که پیمان آنجا می‌نویسد. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the word “{found}” does not come next in the text of “{name}”, which this project has. Correct the file, or remove the mark.</source>
        <translation>«{file}»، خط {line}: واژهٔ «{found}» در متن «{name}»، که در این پروژه هست، واژهٔ بعدی نیست. پرونده را درست کنید، یا نشان را بردارید.</translation>
    </message>
    <message>
        <source>“{file}” tells no entities: no word has NER= or NE= in the last of its ten columns. Add them, or import its text as .txt.</source>
        <translation>«{file}» هیچ موجودیتی ندارد: در واپسین ستون از ده ستونِ هیچ واژه‌ای NER= یا NE= نیست. آن‌ها را بیفزایید، یا متنش را با پسوند .txt وارد کنید.</translation>
    </message>
    <message>
        <source>“{file}” holds no word. Choose another file.</source>
        <translation>«{file}» واژه‌ای ندارد. پروندهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>{count} spans of other layers are left out</source>
        <translation>{count} بازه از لایه‌های دیگر جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} spans that overlap others are left out, by the rule that was chosen</source>
        <translation>{count} بازه که روی بازه‌ای دیگر می‌افتد، به قاعدهٔ برگزیده، جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} spans grow or shrink to whole words</source>
        <translation>{count} بازه تا مرز واژه بزرگ یا کوچک می‌شود</translation>
    </message>
    <message>
        <source>{count} spans that touch no word are left out</source>
        <translation>{count} بازه که به واژه‌ای نمی‌رسد جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} words have a blank inside, which becomes “_”</source>
        <translation>{count} واژه در میانش فاصله دارد که «_» می‌شود</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no CSV ({reason}). Write a quote in quotes twice, or save it anew.</source>
        <translation>«{file}»، سطر {line}: این CSV نیست ({reason}). گیومهٔ درون گیومه را دو بار بنویسید، یا پرونده را از نو ذخیره کنید.</translation>
    </message>
    <message>
        <source>{count} documents or annotation sets without a commitment leave no row</source>
        <translation>{count} مقاله یا مجموعهٔ برچسب بی‌تعهد سطری نمی‌گذارند</translation>
    </message>
    <message>
        <source>{count} entities and arguments that fill no role of a commitment leave no trace</source>
        <translation>{count} موجودیت و بخش که نقشی در تعهدی ندارند ردی نمی‌گذارند</translation>
    </message>
    <message>
        <source>{count} role fillers keep only their text: no label, offsets or attributes</source>
        <translation>{count} پرکنندهٔ نقش تنها متن خود را نگه می‌دارند: بی برچسب، جا و ویژگی</translation>
    </message>
    <message>
        <source>{count} discontinuous spans are written as one stretch</source>
        <translation>{count} بازهٔ ناپیوسته یک‌تکه نوشته می‌شود</translation>
    </message>
    <message>
        <source>{count} notes and doubts on entities, arguments and roles are left out</source>
        <translation>{count} یادداشت و تردید بر موجودیت‌ها، بخش‌ها و نقش‌ها کنار می‌ماند</translation>
    </message>
    <message>
        <source>{count} attributes of commitments that the schema does not describe are left out</source>
        <translation>{count} ویژگی تعهدها که در طرح‌واره نیست کنار می‌ماند</translation>
    </message>
    <message>
        <source>{count} commitments do not tell that they were accepted from a suggestion</source>
        <translation>{count} تعهد نمی‌گویند که از پیشنهادی پذیرفته شده‌اند</translation>
    </message>
    <message>
        <source>{count} roles have no column, because the schema does not have them</source>
        <translation>{count} نقش ستونی ندارند، چون در طرح‌واره نیستند</translation>
    </message>
    <message>
        <source>{count} things that Peyman does not know and only kept are left out</source>
        <translation>{count} چیز که پیمان نمی‌شناسد و فقط نگه داشته است کنار می‌ماند</translation>
    </message>
    <message>
        <source>{count} texts are not in it, only the sentences with commitments</source>
        <translation>{count} متن در آن نیست، تنها جمله‌های دارای تعهد هست</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: an entity must be [start, end, label] or an object with start_offset, end_offset and label. Correct it.</source>
        <translation>«{file}»، سطر {line}، {where}: موجودیت باید [آغاز، پایان، برچسب] یا شیئی با start_offset و end_offset و label باشد. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}” is an Office document, but none of Word (it has no {part}). Save it as .docx.</source>
        <translation>«{file}» سند آفیس است ولی سند Word نیست ({part} ندارد). آن را به شکل ‎.docx ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{file}” declares entities in its document type, which no page needs and which can harm. Remove it.</source>
        <translation>«{file}» در نوع سند خود entity تعریف می‌کند که هیچ صفحه‌ای لازم ندارد و می‌تواند زیان بزند. آن را بردارید.</translation>
    </message>
    <message>
        <source>“{file}” holds no paragraph of text that could be an article. Save the page as text instead.</source>
        <translation>«{file}» هیچ بندی ندارد که بتواند مقاله باشد. به جای آن صفحه را به شکل متن ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{file}”: nothing came of it in {seconds} seconds, so reading was stopped. Split it, or restore it.</source>
        <translation>«{file}»: در {seconds} ثانیه چیزی از آن خوانده نشد و خواندن قطع شد. پرونده را تقسیم کنید یا سالم آن را بیاورید.</translation>
    </message>
    <message>
        <source>“{file}” needs more than {megabytes} MB of memory to be read. Split it, or restore it.</source>
        <translation>خواندن «{file}» بیش از {megabytes} مگابایت حافظه می‌خواهد. پرونده را تقسیم کنید یا سالم آن را بیاورید.</translation>
    </message>
    <message>
        <source>“{file}” becomes more than {megabytes} MB when it is read. Split it, or restore it.</source>
        <translation>«{file}» هنگام خواندن از {megabytes} مگابایت بیشتر می‌شود. پرونده را تقسیم کنید یا سالم آن را بیاورید.</translation>
    </message>
    <message>
        <source>“{file}” could not be read, and nobody foresaw why ({reason}). Restore the file, or report this.</source>
        <translation>«{file}» خوانده نشد و دلیلش پیش‌بینی نشده است ({reason}). پروندهٔ سالم را بیاورید، یا این را گزارش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no row of the format “{wanted}” but one of “{found}”. Choose the format “{found}”.</source>
        <translation>«{file}»، سطر {line}: این سطر از قالب «{wanted}» نیست، از «{found}» است. قالب «{found}» را برگزینید.</translation>
    </message>
    <message>
        <source>“{file}” holds no document. Choose another file.</source>
        <translation>«{file}» مقاله‌ای ندارد. پروندهٔ دیگری برگزینید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the key “format” must be “{wanted}” but is “{found}”. Choose the right format, or a version of Peyman that knows this one.</source>
        <translation>«{file}»، سطر {line}: کلید «format» باید «{wanted}» باشد ولی «{found}» است. قالب درست را برگزینید، یا نسخه‌ای از پیمان که این یکی را بشناسد.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no line of Peyman's own JSONL, and its keys do not tell which tool wrote it. Choose the format of that tool: doccano, prodigy or label-studio.</source>
        <translation>«{file}»، سطر {line}: این سطر از JSONL خود پیمان نیست و کلیدهایش نمی‌گویند کدام ابزار آن را نوشته است. قالب همان ابزار را برگزینید: doccano، prodigy یا label-studio.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: “{key}” is “{found}” but must be {wanted}. Correct it.</source>
        <translation>«{file}»، سطر {line}، {where}: «{key}» برابر «{found}» است ولی باید {wanted} باشد. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, document “{name}”: the text is not the one that was annotated (its SHA-256 begins with {found}, that in the file with {wanted}). Restore the text; even a changed line end counts.</source>
        <translation>«{file}»، سطر {line}، مقالهٔ «{name}»: متن همان نیست که برچسب خورده بود (SHA-256 آن با {found} آغاز می‌شود و آنِ پرونده با {wanted}). متن را بازگردانید؛ تغییر پایان یک سطر هم به شمار می‌آید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: {start}–{end} is no stretch of this text, which has {length} characters. Offsets count Unicode code points; correct them.</source>
        <translation>«{file}»، سطر {line}، {where}: {start}–{end} پاره‌ای از این متن نیست که {length} نویسه دارد. جاها به نویسهٔ یونیکد شمرده می‌شوند؛ درستشان کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”, not “{quote}”. Correct the offsets or the quote.</source>
        <translation>«{file}»، سطر {line}، {where}: در {start}–{end} متن «{found}» است، نه «{quote}». جاها یا نقل را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”; “{quote}” stands at {there_start}–{there_end}. Correct the offsets.</source>
        <translation>«{file}»، سطر {line}، {where}: در {start}–{end} متن «{found}» است؛ «{quote}» در {there_start}–{there_end} است. جاها را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: {start}–{end} fits “{quote}” only when counted in UTF-16 units. Write the offsets in Unicode code points.</source>
        <translation>«{file}»، سطر {line}، {where}: {start}–{end} تنها در شمارش UTF-16 با «{quote}» می‌خواند. جاها را به نویسهٔ یونیکد بنویسید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the fragment {start}–{end} is empty, lies outside the span, or does not come after the one before it. Correct the fragments.</source>
        <translation>«{file}»، سطر {line}، {where}: تکهٔ {start}–{end} تهی است، بیرون از بازه است، یا پس از تکهٔ پیشین نمی‌آید. تکه‌ها را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: its “{key}” is “{id}”, but this line has no such span. Add the span or remove the relation.</source>
        <translation>«{file}»، سطر {line}، {where}: «{key}» آن «{id}» است، ولی این سطر چنین بازه‌ای ندارد. بازه را بیفزایید یا رابطه را بردارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: this says again what “{other}” says. Remove one of them.</source>
        <translation>«{file}»، سطر {line}، {where}: این همان را می‌گوید که «{other}» گفته است. یکی را بردارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: it leads from “{id}” to itself. Correct its source or target.</source>
        <translation>«{file}»، سطر {line}، {where}: از «{id}» به خودش می‌رود. آغاز یا پایانش را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: its source “{id}” belongs to the layer “{layer}”, but roles lead from commitments. Correct its source.</source>
        <translation>«{file}»، سطر {line}، {where}: آغازش «{id}» از لایهٔ «{layer}» است، ولی نقش‌ها از تعهد می‌آیند. آغازش را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}” is a UIMA CAS in JSON, not Label Studio's tasks. Import it with the format “xmi”.</source>
        <translation>«{file}» یک UIMA CAS به شکل JSON است، نه کارهای Label Studio. با قالب «xmi» واردش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: “data” holds no text to annotate. Leave this task out.</source>
        <translation>«{file}»، سطر {line}، {where}: در «data» متنی برای برچسب زدن نیست. این کار را کنار بگذارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: this region lies in HTML, sound or a picture. Only tasks about plain text can be imported.</source>
        <translation>«{file}»، سطر {line}، {where}: این ناحیه در HTML، صدا یا تصویر است. تنها کارهای متن ساده را می‌توان وارد کرد.</translation>
    </message>
    <message>
        <source>{count} annotation sets: the file says whose they are, but Label Studio gives them to whoever imports them</source>
        <translation>{count} مجموعهٔ برچسب: پرونده می‌گوید از کیست، ولی Label Studio آن را به نام واردکننده می‌گذارد</translation>
    </message>
    <message>
        <source>{count} annotation sets: Label Studio forgets that they are not finished, or why they were skipped</source>
        <translation>{count} مجموعهٔ برچسب: Label Studio نگه نمی‌دارد که ناتمام است یا چرا رد شده</translation>
    </message>
    <message>
        <source>{count} roles: Label Studio forgets their notes</source>
        <translation>{count} نقش: Label Studio یادداشتش را نگه نمی‌دارد</translation>
    </message>
    <message>
        <source>{count} texts are not in it</source>
        <translation>{count} متن در آن نیست</translation>
    </message>
    <message>
        <source>{count} titles, sources and other details of articles are left out</source>
        <translation>{count} عنوان، منبع و مشخصهٔ دیگر مقاله‌ها جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} annotation sets do not say whose they are</source>
        <translation>{count} مجموعهٔ برچسب نمی‌گوید از کیست</translation>
    </message>
    <message>
        <source>{count} annotation sets do not say that they are unfinished</source>
        <translation>{count} مجموعهٔ برچسب نمی‌گوید که ناتمام است</translation>
    </message>
    <message>
        <source>{count} annotation sets do not say that they are gold</source>
        <translation>{count} مجموعهٔ برچسب نمی‌گوید که طلایی است</translation>
    </message>
    <message>
        <source>{count} spans inside others of their layer are left out</source>
        <translation>{count} بازهٔ درون بازه‌ای دیگر از همان لایه جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} spans that cross others of their layer are left out</source>
        <translation>{count} بازه که با بازه‌ای دیگر از همان لایه تداخل دارد جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} spans of layers that it does not have are left out</source>
        <translation>{count} بازه از لایه‌هایی که در آن نیست جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} roles are left out</source>
        <translation>{count} نقش جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} notes and unknown keys of roles are left out</source>
        <translation>{count} یادداشت و کلید ناشناختهٔ نقش‌ها جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} attributes are left out</source>
        <translation>{count} ویژگی جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} fields of whole articles are left out</source>
        <translation>{count} مشخصهٔ کل مقاله جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} notes are left out</source>
        <translation>{count} یادداشت جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} doubts are left out</source>
        <translation>{count} تردید جا می‌ماند</translation>
    </message>
    <message>
        <source>{count} annotations do not tell that they were accepted from a suggestion</source>
        <translation>{count} برچسب نمی‌گوید که از پیشنهاد پذیرفته شده</translation>
    </message>
    <message>
        <source>{count} annotations of gold do not say how they were decided</source>
        <translation>چگونگی تصمیم دربارهٔ {count} برچسب طلایی گفته نمی‌شود</translation>
    </message>
    <message>
        <source>“{file}” is no {kind} document, or a damaged one ({reason}). Open and save it again as .{kind}.</source>
        <translation>«{file}» سند {kind} نیست یا آسیب دیده است ({reason}). آن را باز کنید و دوباره به شکل ‎.{kind} ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{file}” is protected by a password. Save it without one.</source>
        <translation>«{file}» رمز دارد. آن را بی‌رمز ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{file}”: its part “{part}” unpacks to far more than any document needs. Save it anew.</source>
        <translation>«{file}»: بخش «{part}» پس از باز شدن بسیار بزرگ‌تر از هر سندی می‌شود. از نو ذخیره‌اش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, part “{part}”: it declares a document type or entities, which can harm. Save it anew.</source>
        <translation>«{file}»، بخش «{part}»: نوع سند یا entity تعریف می‌کند که می‌تواند زیان بزند. از نو ذخیره‌اش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, part “{part}”, line {line}: this is no XML ({reason}). Open and save it again.</source>
        <translation>«{file}»، بخش «{part}»، سطر {line}: این XML نیست ({reason}). آن را باز و دوباره ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{file}”, {where}: at {start}–{end} the text is not “{quote}”, whether one counts {units}. Correct the offsets or the text.</source>
        <translation>«{file}»، {where}: متن در {start}–{end} «{quote}» نیست، با هر واحدی که بشماریم ({units}). جاها یا متن را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}” does not show whether its offsets count {units}, and they lead to different places. Say which (--option offsets=…).</source>
        <translation>از «{file}» پیدا نیست جاها را با کدام واحد شمرده ({units})، و این‌ها به جاهای گوناگون می‌رسند. واحد را بگویید (--option offsets=…).</translation>
    </message>
    <message>
        <source>“{file}”, {where}: {start}–{end} is “{quote}” if one counts {unit}, but other annotations do not fit that, so not all count the same. Correct those that are fewer.</source>
        <translation>«{file}»، {where}: {start}–{end} اگر {unit} شمرده شود «{quote}» است، ولی برچسب‌های دیگر با این شمارش نمی‌خوانند؛ پس همه یک‌جور نشمرده‌اند. آن‌هایی را که کمترند درست کنید.</translation>
    </message>
    <message>
        <source>A span begins or ends inside “{text}” where {units} have no place for it. Choose other offsets to write.</source>
        <translation>برچسبی درون «{text}» آغاز یا تمام می‌شود که با واحد {units} جایی ندارد. واحد دیگری برای نوشتن برگزینید.</translation>
    </message>
    <message>
        <source>“{file}” is no PDF, or a damaged one ({reason}). Save it again, or copy its text into a file.</source>
        <translation>«{file}» PDF نیست یا آسیب دیده است ({reason}). دوباره ذخیره‌اش کنید، یا متنش را در یک پرونده بریزید.</translation>
    </message>
    <message>
        <source>“{file}” has {pages} pages, and one article has no more than {most}. Split it.</source>
        <translation>«{file}» {pages} صفحه دارد و یک مقاله بیش از {most} صفحه ندارد. آن را تقسیم کنید.</translation>
    </message>
    <message>
        <source>“{file}” holds no text, perhaps only pictures of it. Have it recognised (OCR), or type it.</source>
        <translation>«{file}» متن ندارد و شاید فقط تصویر متن است. آن را با نویسه‌خوان (OCR) بخوانید یا تایپ کنید.</translation>
    </message>
    <message>
        <source>“{file}”: its fonts do not say which letters {count} of its glyphs are, so words would be torn. Have it recognised (OCR), or get the article in another format.</source>
        <translation>«{file}»: قلم‌هایش نمی‌گویند {count} شکل آن کدام حرف‌اند و واژه‌ها پاره می‌شوند. آن را با نویسه‌خوان (OCR) بخوانید، یا مقاله را در قالب دیگری بگیرید.</translation>
    </message>
    <message>
        <source>“{file}” shows its Persian text back to front, so its words cannot be trusted. Get the article in another format.</source>
        <translation>«{file}» متن فارسی را وارونه نشان می‌دهد و به واژه‌هایش اعتمادی نیست. مقاله را در قالب دیگری بگیرید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the token “{token}” does not stand at {start}–{end} of the text. Its offsets do not count code points, or the text was changed. Export the file anew.</source>
        <translation>«{file}»، سطر {line}، {where}: واژهٔ «{token}» در {start}–{end} متن نیست. جاها به نویسهٔ یونیکد شمرده نشده یا متن دگرگون شده است. پرونده را از نو برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: a span without offsets has the tokens {first} to {last}, but the task has {count} of them. Export the file anew with its tokens.</source>
        <translation>«{file}»، سطر {line}، {where}: محدوده‌ای که جایش نیامده واژه‌های {first} تا {last} را دارد، ولی شمار واژه‌های این سطر {count} است. پرونده را با واژه‌هایش از نو برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: longer than {megabytes} MB. Write one JSON object a line, or split the document.</source>
        <translation>«{file}»، سطر {line}: بلندتر از {megabytes} مگابایت. هر شیء JSON را در یک سطر بنویسید، یا مقاله را تقسیم کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, character {column}: this is no JSON ({reason}). Write one JSON object a line.</source>
        <translation>«{file}»، سطر {line}، نویسهٔ {column}: این JSON نیست ({reason}). هر شیء JSON را در یک سطر بنویسید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: nested more than {depth} levels deep. Make it flatter.</source>
        <translation>«{file}»، سطر {line}: بیش از {depth} لایه تودرتو. هموارترش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the key “{key}” stands twice in one object. Keep one of them.</source>
        <translation>«{file}»، سطر {line}: کلید «{key}» در یک شیء دو بار آمده است. یکی را نگه دارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: {number} is not a number that can be kept. Correct it.</source>
        <translation>«{file}»، سطر {line}: {number} عددی نیست که بتوان نگه داشت. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{text}” holds half of a surrogate pair (\u{unit}), which is no character. Remove it or write the whole pair.</source>
        <translation>«{file}»، سطر {line}: «{text}» نیمی از یک جفت surrogate دارد (\u{unit}) که نویسه نیست. بردارید یا هر دو نیم را بنویسید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: a text holds the character NUL (\u0000). Remove it or put a space there.</source>
        <translation>«{file}»، سطر {line}: متنی نویسهٔ NUL (\u0000) دارد. بردارید یا جایش فاصله بگذارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no JSON object. Write one JSON object a line.</source>
        <translation>«{file}»، سطر {line}: این شیء JSON نیست. هر شیء JSON را در یک سطر بنویسید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, character {column}: this is no JSON ({reason}). Export the file anew, or correct it.</source>
        <translation>«{file}»، سطر {line}، نویسهٔ {column}: این JSON نیست ({reason}). پرونده را از نو برون‌بری یا درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” stands where an object in braces should begin, or the list end. Correct it.</source>
        <translation>«{file}»، سطر {line}: «{found}» جایی آمده که باید شیئی در آکولاد آغاز یا فهرست تمام شود. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: one object is longer than {megabytes} million characters. Split it.</source>
        <translation>«{file}»، سطر {line}: یک شیء از {megabytes} میلیون نویسه درازتر است. آن را بخش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the key “{key}” is missing. Add it.</source>
        <translation>«{file}»، سطر {line}، {where}: کلید «{key}» نیست. بیفزاییدش.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the key “{key}” must be {wanted}. Correct it.</source>
        <translation>«{file}»، سطر {line}، {where}: کلید «{key}» باید {wanted} باشد. درستش کنید.</translation>
    </message>
    <message>
        <source>A table is written as .csv or .xlsx, and “{path}” is neither. Give the file one of these endings.</source>
        <translation>جدول با پسوند ‎.csv یا ‎.xlsx نوشته می‌شود و «{path}» هیچ‌کدام نیست. یکی از این پسوندها را به پرونده بدهید.</translation>
    </message>
    <message>
        <source>A spreadsheet holds {most} rows, and there are more. Write a .csv file, or filter first.</source>
        <translation>صفحه‌گسترده {most} سطر جا دارد و این بیشتر است. پروندهٔ ‎.csv بنویسید، یا نخست پالایش کنید.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {megabytes} MB. Split the document.</source>
        <translation>«{file}» از {megabytes} مگابایت بزرگ‌تر است. مقاله را بخش کنید.</translation>
    </message>
    <message>
        <source>“{file}” declares a document type or entities, which no CAS needs and which can harm. Remove them.</source>
        <translation>«{file}» نوع سند (DOCTYPE) یا entity تعریف کرده که CAS به آن نیاز ندارد و زیان‌آور است. آن را بردارید.</translation>
    </message>
    <message>
        <source>“{file}” is not in the encoding it says, or in an unusual one ({encoding}). Save it as UTF-8.</source>
        <translation>کدگذاری «{file}» آنی نیست که می‌گوید، یا نامعمول است ({encoding}). با UTF-8 ذخیره‌اش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no XML ({reason}). Export the file anew, or correct it.</source>
        <translation>«{file}»، سطر {line}: این XML نیست ({reason}). پرونده را از نو برون‌بری یا درست کنید.</translation>
    </message>
    <message>
        <source>“{file}” is XML or JSON, but no UIMA CAS ({reason}). Choose another file, or export it anew.</source>
        <translation>«{file}» XML یا JSON است، ولی UIMA CAS نیست ({reason}). پروندهٔ دیگری برگزینید یا از نو برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{file}” uses types that its type system does not have: {types}. Put the right TypeSystem.xml beside it.</source>
        <translation>در «{file}» گونه‌هایی هست که در TypeSystem نیست: {types}. TypeSystem.xml درست را کنارش بگذارید.</translation>
    </message>
    <message>
        <source>“{file}” is no type system of UIMA ({reason}). Export it anew together with the documents.</source>
        <translation>«{file}» یک TypeSystem از UIMA نیست ({reason}). آن را همراه مقاله‌ها از نو برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{file}”: “{types}” is a link that leads to another folder. Put the type system itself there.</source>
        <translation>«{file}»: «{types}» پیوندی به پوشه‌ای دیگر است. خود TypeSystem را آنجا بگذارید.</translation>
    </message>
    <message>
        <source>“{file}” holds {count} texts, but must hold one. Export it with a single view.</source>
        <translation>در «{file}» {count} متن هست، ولی باید یکی باشد. با یک نما (view) برون‌بری‌اش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, {type} {id}: {start}–{end} is no stretch of the text, which has {length} UTF-16 units. Correct the offsets.</source>
        <translation>«{file}»، {type} {id}: {start}–{end} بازه‌ای از متن نیست، که {length} واحد UTF-16 دارد. جاها را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”: the id {id} stands twice. Export the file anew.</source>
        <translation>«{file}»: شناسهٔ {id} دو بار آمده است. پرونده را از نو برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{file}” is no ZIP archive, or a damaged one ({reason}). Export it anew.</source>
        <translation>«{file}» بایگانی ZIP نیست یا آسیب دیده است ({reason}). آن را از نو برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{file}” holds no UIMA document (.xmi or .json). Unzip it, and import what is in it.</source>
        <translation>در «{file}» هیچ مقاله‌ای از UIMA (⁦.xmi⁩ یا ⁦.json⁩) نیست. بایگانی را باز کنید و آنچه را در آن است وارد کنید.</translation>
    </message>
    <message>
        <source>“{file}” holds more than UIMA documents of one kind and their type system: {others}. Unzip it, and import the files of it that you want.</source>
        <translation>در «{file}» جز مقاله‌های UIMA از یک گونه و TypeSystem آن‌ها چیزهای دیگری هم هست: {others}. بایگانی را باز کنید و پرونده‌هایی را که می‌خواهید وارد کنید.</translation>
    </message>
    <message>
        <source>“{file}” begins with “{found}”; Peyman reads files that begin with “#FORMAT=WebAnno TSV 3.3” (or 3.2). Export it anew in that version.</source>
        <translation>«{file}» با «{found}» آغاز می‌شود؛ پیمان پرونده‌هایی را می‌خواند که با «#FORMAT=WebAnno TSV 3.3» (یا 3.2) آغاز شوند. با آن نسخه دوباره برون‌بری کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” declares no layer. Expected is “#T_SP=LAYER|FEATURE”.</source>
        <translation>«{file}»، خط {line}: «{found}» لایه‌ای معرفی نمی‌کند. باید مانند «#T_SP=LAYER|FEATURE» باشد.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no row of a word; expected are its number, its offsets, the word and {columns} columns, with tabs between them.</source>
        <translation>«{file}»، خط {line}: «{found}» سطر واژه نیست؛ باید شماره، جا، خود واژه و {columns} ستون، با جدول‌بند میانشان، باشد.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: a word outside a sentence. Put its “#Text=” line before it.</source>
        <translation>«{file}»، خط {line}: واژه‌ای بیرون از جمله. خط «#Text=» آن را پیش از آن بگذارید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the sentence begins at {start} by its first word, but the text before it ends at {end}. Correct the offsets or the text.</source>
        <translation>«{file}»، خط {line}: جمله به گواه واژهٔ نخستش از {start} آغاز می‌شود، ولی متن پیش از آن در {end} پایان می‌یابد. جاها یا متن را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: at {start}–{end} the text is not “{quote}”, whether one counts UTF-16 units or code points. Correct the offsets or the text.</source>
        <translation>«{file}»، خط {line}: متن در {start}–{end} «{quote}» نیست، چه با واحد UTF-16 بشماریم چه با نویسه. جاها یا متن را درست کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” leads to no annotation of this file. Correct it.</source>
        <translation>«{file}»، خط {line}: «{found}» به هیچ برچسبی از این پرونده نمی‌رسد. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” names the same annotation as one of another layer. Correct it.</source>
        <translation>«{file}»، خط {line}: «{found}» همان شماره‌ای را دارد که برچسبی از لایه‌ای دیگر. درستش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is not what Peyman writes there. Remove it.</source>
        <translation>«{file}»، خط {line}: «{found}» چیزی نیست که پیمان آنجا می‌نویسد. آن را بردارید.</translation>
    </message>
    <message>
        <source>{count} spans lose blanks at their edges</source>
        <translation>{count} بازه فاصله‌های دو سرش را از دست می‌دهد</translation>
    </message>
    <message>
        <source>{count} spans of nothing but blanks are left out, with their roles</source>
        <translation>{count} بازه که تنها فاصله است با نقش‌هایش جا می‌ماند</translation>
    </message>
    <message>
        <source>“{file}” has no sheet “{sheet}”. Choose one of: {sheets}.</source>
        <translation>«{file}» برگهٔ «{sheet}» را ندارد. یکی از این‌ها را برگزینید: {sheets}.</translation>
    </message>
    <message>
        <source>“{file}”, cell {cell}: it holds what no spreadsheet writes there. Open and save the file again.</source>
        <translation>«{file}»، خانهٔ {cell}: چیزی در آن است که هیچ صفحه‌گسترده‌ای نمی‌نویسد. پرونده را باز و دوباره ذخیره کنید.</translation>
    </message>
    <message>
        <source>“{file}”, cell {cell}: its formula came to an error ({value}). Correct it, or empty the cell.</source>
        <translation>«{file}»، خانهٔ {cell}: فرمولش به خطا رسیده است ({value}). درستش کنید یا خانه را خالی کنید.</translation>
    </message>
    <message>
        <source>{count} cells are cut, because no cell holds a text so long</source>
        <translation>{count} خانه کوتاه می‌شود، چون هیچ خانه‌ای متنی به این درازی را جا نمی‌دهد</translation>
    </message>
    <message>
        <source>{count} characters of texts cannot stand in XML; each is replaced by U+FFFD, so the text is another</source>
        <translation>{count} نویسهٔ متن‌ها در XML جایی ندارد؛ به جای هر یک U+FFFD می‌آید و متن دیگری می‌شود</translation>
    </message>
    <message>
        <source>{count} structures and features of other types, kept when they were imported from UIMA, are not written back</source>
        <translation>{count} ساختار و ویژگی از گونه‌های دیگر که هنگام درون‌بری از UIMA نگه داشته شده، بازنوشته نمی‌شود</translation>
    </message>
    <message>
        <source>Select a commitment first; then fill its roles.</source>
        <translation>نخست تعهدی را برگزینید؛ سپس نقش‌هایش را پر کنید.</translation>
    </message>
    <message>
        <source>Select a span first: Tab goes to the next one.</source>
        <translation>نخست بازه‌ای را برگزینید: Tab به بازهٔ بعدی می‌رود.</translation>
    </message>
    <message>
        <source>No span is called “{typed}”. Type a letter that is painted, or select text and press Enter.</source>
        <translation>بازه‌ای «{typed}» نام ندارد. حرفی را بزنید که نقش بسته، یا متنی را برگزینید و Enter را بزنید.</translation>
    </message>
    <message>
        <source>Nothing is suggested for this text. Press the key of a label, or Backspace to leave it alone.</source>
        <translation>برای این متن برچسبی پیشنهاد نشده است. کلید برچسبی را بزنید، یا با Backspace از آن بگذرید.</translation>
    </message>
    <message>
        <source>Your own annotations of this article have begun; those of {annotator} stay as they are.</source>
        <translation>برچسب‌های خود شما بر این مقاله آغاز شد؛ آنِ {annotator} همان‌گونه می‌ماند.</translation>
    </message>
    <message>
        <source>You have not changed anything yet.</source>
        <translation>هنوز چیزی را ویرایش نکرده‌اید.</translation>
    </message>
    <message>
        <source>Select an entity or a commitment first, or label some text: R then offers its other places.</source>
        <translation>نخست موجودیت یا تعهدی را برگزینید، یا به متنی برچسب بزنید؛ آنگاه R جاهای دیگرش را پیش می‌نهد.</translation>
    </message>
    <message>
        <source>“{quote}” stands nowhere else without this label.</source>
        <translation>«{quote}» جای دیگری بی این برچسب نیامده است.</translation>
    </message>
    <message>
        <source>Labelled in {count} more places. Ctrl+Z takes them all back.</source>
        <translation>در {count} جای دیگر برچسب خورد. Ctrl+Z همه را یک‌جا برمی‌گرداند.</translation>
    </message>
    <message>
        <source>A chart is written as .png, .svg, .csv or .xlsx, and “{path}” is none of these. Give the file one of these endings.</source>
        <translation>نمودار با پسوند ‎.png، ‎.svg، ‎.csv یا ‎.xlsx نوشته می‌شود و «{path}» هیچ‌یک نیست. یکی از این پسوندها را به پرونده بدهید.</translation>
    </message>
    <message>
        <source>This project is open for reading only, so its guidelines cannot be changed here.</source>
        <translation>این پروژه تنها برای خواندن باز است و راهنمایش را اینجا نمی‌توان عوض کرد.</translation>
    </message>
    <message>
        <source>“{file}” does not say whose its annotations are. Choose “of this person” below the options and write a name.</source>
        <translation>«{file}» نمی‌گوید برچسب‌هایش از کیست. پایین گزینه‌ها «از این شخص» را برگزینید و نامی بنویسید.</translation>
    </message>
    <message>
        <source>“{file}” does not tell which of its columns is the text of the articles. Choose it under “Column of the texts”. It has: {columns}.</source>
        <translation>از «{file}» پیدا نیست متن مقاله‌ها در کدام ستون است. آن را در «ستون متن‌ها» برگزینید. ستون‌ها: {columns}.</translation>
    </message>
    <message>
        <source>“{file}”, row {row}: nothing stands in the column “{column}” of the texts. Fill or remove the row, or choose that “Rows without a text” are left out.</source>
        <translation>«{file}»، سطر {row}: ستون متن «{column}» خالی است. سطر را پر یا حذف کنید، یا برای «ردیف‌های بی‌متن» برگزینید: کنار گذاشته می‌شوند.</translation>
    </message>
    <message>
        <source>“{file}” has labels that this project's schema does not have: {labels}. Import it anew and choose for each of them which of ours it is, or make a project whose schema has them.</source>
        <translation>«{file}» برچسب‌هایی دارد که در طرح‌وارهٔ این پروژه نیست: {labels}. آن را دوباره وارد کنید و بگویید هر یک کدام برچسب ماست، یا پروژه‌ای بسازید که طرح‌واره‌اش آن‌ها را داشته باشد.</translation>
    </message>
    <message>
        <source>“{file}” does not show whether its offsets count {units}, and they lead to different places. Choose it under “Offsets count”.</source>
        <translation>از «{file}» پیدا نیست جاها را با کدام واحد شمرده ({units})، و این‌ها به جاهای گوناگون می‌رسند. واحد را در «واحد جایگاه‌ها» برگزینید.</translation>
    </message>
    <message>
        <source>“{path}” is damaged: something in it cannot be read. Restore a copy.</source>
        <translation>«{path}» آسیب دیده است: چیزی در آن خوانده نمی‌شود. از رونوشتی بازیابی‌اش کنید.</translation>
    </message>
    <message>
        <source>“{path}” is no release of Peyman: it has no {file}. Choose the folder that a release was written to.</source>
        <translation>«{path}» انتشار پیمان نیست: {file} ندارد. پوشه‌ای را برگزینید که انتشار در آن نوشته شده است.</translation>
    </message>
    <message>
        <source>The gold is not finished: {left} disagreements in {articles} articles are to be settled ({details}), and the gold of {unfinished} more articles is not finished. Finish it, or tick “Yes, release it unfinished”.</source>
        <translation>طلایی تمام نیست: {left} اختلاف در {articles} مقاله باید حل شود ({details}) و طلایی {unfinished} مقالهٔ دیگر هم تمام نیست. تمامش کنید، یا «بله، ناتمام منتشر شود» را تیک بزنید.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” belong together ({group}), but earlier releases put them into {first} and {second}. Correct their metadata, or choose “nothing” under “Keep together by”.</source>
        <translation>«{one}» و «{other}» با هم‌اند ({group})، ولی انتشارهای پیشین آن‌ها را در {first} و {second} گذاشته‌اند. فراداده‌شان را درست کنید، یا در «کنار هم بر پایهٔ» گزینهٔ «هیچ» را برگزینید.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>چیزی برای واگرد نمانده است.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>چیزی برای ازنو نیست.</translation>
    </message>
    <message>
        <source>Another step is still being worked out. Try again in a moment.</source>
        <translation>کار پیشین هنوز تمام نشده است. کمی بعد دوباره بزنید.</translation>
    </message>
    <message>
        <source>An answer to this can only be written in the article. Open it there with Enter.</source>
        <translation>پاسخ این پرسش را فقط در خود مقاله می‌شود نوشت. با Enter به آنجا بروید.</translation>
    </message>
    <message>
        <source>Nothing is ticked. Space ticks a line, Ctrl+A all of them.</source>
        <translation>هیچ سطری تیک ندارد. Space به سطری تیک می‌زند، Ctrl+A به همه.</translation>
    </message>
    <message>
        <source>Something went wrong that Peyman did not foresee: {error}. What was saved is safe; please report this.</source>
        <translation>چیزی پیش آمد که پیمان پیش‌بینی نکرده بود: {error}. آنچه ذخیره شده در امان است؛ لطفاً این را گزارش کنید.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}”, where the data files make it “{wanted}”. Make the release anew.</source>
        <translation>«{file}»، سطر {line}: «{found}»، حال آنکه از پرونده‌های داده «{wanted}» برمی‌آید. انتشار را از نو بسازید.</translation>
    </message>
    <message>
        <source>“{file}” says something else than the data files: {what}. Make the release anew.</source>
        <translation>«{file}» چیزی جز پرونده‌های داده می‌گوید: {what}. انتشار را از نو بسازید.</translation>
    </message>
    <message>
        <source>“{file}” was not compared with the data files. {reason}</source>
        <translation>«{file}» با پرونده‌های داده سنجیده نشد. {reason}</translation>
    </message>
    <message>
        <source>Parquet was not written, as pyarrow is not installed here. Run: pip install "peyman[parquet]"</source>
        <translation>پروندهٔ Parquet نوشته نشد، چون pyarrow اینجا نصب نیست. اجرا کنید: ⁦pip install "peyman[parquet]"⁩</translation>
    </message>
    <message>
        <source>pyarrow is not installed here. Run: pip install "peyman[parquet]"</source>
        <translation>pyarrow اینجا نصب نیست. اجرا کنید: ⁦pip install "peyman[parquet]"⁩</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{key}” is not what the card says it is ({wanted}). The release is damaged.</source>
        <translation>«{file}»، سطر {line}: «{key}» آن نیست که شناسنامه می‌گوید ({wanted}). انتشار آسیب دیده است.</translation>
    </message>
    <message>
        <source>“{given}” is no way to split. Give one to three numbers, as in 80/10/10 (train, validation, test).</source>
        <translation>با «{given}» نمی‌توان دسته‌بندی کرد. یک تا سه عدد بدهید، مانند 80/10/10 (train، validation، test).</translation>
    </message>
    <message>
        <source>“{document}” is said to be in the split “{found}”, which there is not. Correct “{key}” in its details: train, validation or test.</source>
        <translation>گفته شده «{document}» در دستهٔ «{found}» است که وجود ندارد. «{key}» را در مشخصات مقاله درست کنید: train، validation یا test.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” belong together ({group}), but earlier releases put them into {first} and {second}. Correct their metadata, or leave out --group-by.</source>
        <translation>«{one}» و «{other}» با هم‌اند ({group})، ولی انتشارهای پیشین آن‌ها را در {first} و {second} گذاشته‌اند. فراداده‌شان را درست کنید یا ‎--group-by را بردارید.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” say nearly the same, but earlier releases put them into {first} and {second}. Correct “{key}” in the details of one of them.</source>
        <translation>«{one}» و «{other}» کمابیش یک متن‌اند، ولی انتشارهای پیشین آن‌ها را در {first} و {second} گذاشته‌اند. «{key}» را در مشخصات یکی از آن دو درست کنید.</translation>
    </message>
    <message>
        <source>“{path}” is no release of Peyman: it has no {file}. Name the folder that “peyman release” made.</source>
        <translation>«{path}» انتشار پیمان نیست: {file} ندارد. پوشه‌ای را نام ببرید که «peyman release» ساخته است.</translation>
    </message>
    <message>
        <source>“{file}” is missing. Copy the release anew.</source>
        <translation>«{file}» نیست. انتشار را دوباره رونوشت کنید.</translation>
    </message>
    <message>
        <source>“{file}” does not belong to the release. Take it away.</source>
        <translation>«{file}» از این انتشار نیست. برش دارید.</translation>
    </message>
    <message>
        <source>“{file}” is not as it was written. Copy the release anew.</source>
        <translation>«{file}» آن‌گونه که نوشته شده بود نیست. انتشار را دوباره رونوشت کنید.</translation>
    </message>
    <message>
        <source>“{file}” is no list of checksums any more. Copy the release anew.</source>
        <translation>«{file}» دیگر فهرست مجموع‌های کنترلی نیست. انتشار را دوباره رونوشت کنید.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}</source>
        <translation>«{file}» خوانده نمی‌شود: {reason}</translation>
    </message>
    <message>
        <source>“{file}” says {said} where the data files have {found}: {what}. Make the release anew.</source>
        <translation>«{file}» می‌گوید {said}، ولی پرونده‌های داده {found} دارند: {what}. انتشار را از نو بسازید.</translation>
    </message>
    <message>
        <source>“{document}” in “{file}” has another text than its checksum says.</source>
        <translation>متن «{document}» در «{file}» با مجموع کنترلی آن نمی‌خواند.</translation>
    </message>
    <message>
        <source>“{document}” in “{file}”: the span {span} covers nothing.</source>
        <translation>«{document}» در «{file}»: بازهٔ {span} چیزی را نمی‌پوشاند.</translation>
    </message>
    <message>
        <source>“{document}” is in “{first}” and again in “{second}”.</source>
        <translation>«{document}» هم در «{first}» است و هم در «{second}».</translation>
    </message>
    <message>
        <source>“{one}” ({first}) and “{other}” ({second}) share {share} % of their shingles, so they belong in one split.</source>
        <translation>«{one}» ({first}) و «{other}» ({second}) در {share}٪ واژه‌های پیاپی یکسان‌اند، پس جایشان در یک دسته است.</translation>
    </message>
    <message>
        <source>“{file}” says something else about “{document}” than the data files.</source>
        <translation>«{file}» دربارهٔ «{document}» چیزی جز پرونده‌های داده می‌گوید.</translation>
    </message>
    <message>
        <source>“{document}” belongs with articles that are in another split, says “{file}”.</source>
        <translation>به گفتهٔ «{file}»، «{document}» با مقاله‌هایی است که در دستهٔ دیگری‌اند.</translation>
    </message>
    <message>
        <source>“{file}” has another checksum for “{data}” than the file itself.</source>
        <translation>مجموع کنترلی «{data}» در «{file}» با خود پرونده نمی‌خواند.</translation>
    </message>
    <message>
        <source>“{file}” calls the gold finished, but “{document}” is not. Make the release anew.</source>
        <translation>«{file}» طلایی را تمام‌شده می‌خواند، ولی «{document}» تمام نیست. انتشار را از نو بسازید.</translation>
    </message>
    <message>
        <source>There is no gold in “{path}”, so there is nothing to release. Settle what the annotators differ in first.</source>
        <translation>در «{path}» طلایی نیست، پس چیزی برای انتشار نیست. نخست اختلاف برچسب‌زن‌ها را حل کنید.</translation>
    </message>
    <message>
        <source>The gold is not finished: {left} disagreements in {articles} articles are to be settled ({details}), and the gold of {unfinished} more articles is not finished. Finish it, or say --allow-open: the release will then call itself unfinished.</source>
        <translation>طلایی تمام نیست: {left} اختلاف در {articles} مقاله باید حل شود ({details}) و طلایی {unfinished} مقالهٔ دیگر هم تمام نیست. تمامش کنید، یا ‎--allow-open بدهید: انتشار آنگاه خود را ناتمام می‌خواند.</translation>
    </message>
    <message>
        <source>The labels break rules in {count} places, so they cannot be released. The first: {first}</source>
        <translation>برچسب‌ها در {count} جا قاعده‌ها را می‌شکنند، پس نمی‌توان منتشرشان کرد. نخستین: {first}</translation>
    </message>
    <message>
        <source>“{licence}” is no identifier of a licence. Give one of SPDX's, such as CC-BY-4.0.</source>
        <translation>«{licence}» شناسهٔ پروانه نیست. یکی از شناسه‌های SPDX را بدهید، مانند CC-BY-4.0.</translation>
    </message>
    <message>
        <source>No article with gold has “{key}” in its metadata. Choose one of: {known}.</source>
        <translation>هیچ مقالهٔ طلایی‌داری «{key}» در فراداده‌اش ندارد. یکی از این‌ها را برگزینید: {known}.</translation>
    </message>
    <message>
        <source>The schema uses an annotator's name as the id of something. Rename one of them, or do not anonymise.</source>
        <translation>طرح‌واره نام یک برچسب‌زن را شناسهٔ چیزی کرده است. یکی از آن دو را نام دیگری بدهید، یا بی‌نام منتشر نکنید.</translation>
    </message>
    <message>
        <source>A feedback sheet is written as .html or .json, or put into the .peyman file of the annotator; “{path}” is none of these. Give it one of these endings.</source>
        <translation>برگهٔ بازخورد با پسوند ‎.html یا ‎.json نوشته می‌شود، یا در پروندهٔ ‎.peyman خود برچسب‌زن گذاشته می‌شود؛ «{path}» هیچ‌یک نیست. یکی از این پسوندها را بدهید.</translation>
    </message>
    <message>
        <source>Say with --out in which folder to put the files, or use --dry-run.</source>
        <translation>با --out بگویید پرونده‌ها در کدام پوشه گذاشته شوند، یا --dry-run را به کار ببرید.</translation>
    </message>
    <message>
        <source>Say with --out where to write the sheet, or with --json that you want it here.</source>
        <translation>با ‎--out بگویید برگه کجا نوشته شود، یا با ‎--json آن را همین‌جا بخواهید.</translation>
    </message>
</context>
<context>
    <name>feedback</name>
    <message>
        <source>Gold has it, you do not</source>
        <translation>در طلایی هست و شما ندارید</translation>
    </message>
    <message>
        <source>You have it, gold does not</source>
        <translation>شما دارید و در طلایی نیست</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>برچسب دیگر</translation>
    </message>
    <message>
        <source>Another extent</source>
        <translation>دامنهٔ دیگر</translation>
    </message>
    <message>
        <source>Another role, or another filler</source>
        <translation>نقش دیگر، یا پرکنندهٔ دیگر</translation>
    </message>
    <message>
        <source>Another value of an attribute</source>
        <translation>مقدار دیگرِ ویژگی</translation>
    </message>
    <message>
        <source>Another value of a field of the article</source>
        <translation>مقدار دیگرِ ویژگی مقاله</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>You</source>
        <translation>شما</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>یکسان</translation>
    </message>
    <message>
        <source>Yours that are right</source>
        <translation>درست‌های شما</translation>
    </message>
    <message>
        <source>Of gold that you have</source>
        <translation>یافته از طلایی</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Given by both</source>
        <translation>هر دو داده‌اند</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>سهم</translation>
    </message>
    <message>
        <source>Feedback for {annotator}</source>
        <translation>بازخورد برای {annotator}</translation>
    </message>
    <message>
        <source>{articles} articles that you finished, compared with gold. Made {date}.</source>
        <translation>{articles} مقاله که به پایان رسانده‌اید، با نسخهٔ طلایی سنجیده شد. تاریخ: {date}.</translation>
    </message>
    <message>
        <source>Your spans and roles</source>
        <translation>برچسب‌ها و نقش‌های شما</translation>
    </message>
    <message>
        <source>Your values</source>
        <translation>مقدارهای شما</translation>
    </message>
    <message>
        <source>Where you and gold differ</source>
        <translation>جاهایی که شما و طلایی یکی نیستید</translation>
    </message>
    <message>
        <source>What the curator said about it</source>
        <translation>داور درباره‌اش چه گفت</translation>
    </message>
    <message>
        <source>The most frequent differences</source>
        <translation>پرتکرارترین تفاوت‌ها</translation>
    </message>
    <message>
        <source>Remarks of the curator</source>
        <translation>یادداشت‌های داور</translation>
    </message>
    <message>
        <source>You and gold do not differ anywhere. Well done!</source>
        <translation>شما و نسخهٔ طلایی هیچ‌جا تفاوت ندارید. آفرین!</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} بار</translation>
    </message>
    <message>
        <source>gold: {answer}</source>
        <translation>طلایی: {answer}</translation>
    </message>
    <message>
        <source>yours: {answer}</source>
        <translation>شما: {answer}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>brat standoff: a folder of texts and annotations, with its configuration</source>
        <translation>brat standoff: پوشه‌ای از متن‌ها و برچسب‌ها، با پیکربندی‌اش</translation>
    </message>
    <message>
        <source>CoNLL: words and tags of one layer, IOB2 or BIOES</source>
        <translation>CoNLL: واژه‌ها و برچسب‌های یک لایه، IOB2 یا BIOES</translation>
    </message>
    <message>
        <source>CSV: articles from the rows of a table; commitments into one</source>
        <translation>CSV: مقاله‌ها از سطرهای جدول؛ تعهدها به جدول</translation>
    </message>
    <message>
        <source>spaCy's DocBin for training: spans by layer, entities, all else as JSON</source>
        <translation>DocBin برای آموزش spaCy: برچسب‌ها به تفکیک لایه، موجودیت‌ها، باقی به شکل JSON</translation>
    </message>
    <message>
        <source>doccano: entities and relations, one object a line</source>
        <translation>doccano: موجودیت‌ها و رابطه‌ها، هر شیء در یک سطر</translation>
    </message>
    <message>
        <source>Word documents: one article a file, its text only</source>
        <translation>سند Word: هر پرونده یک مقاله، فقط متن آن</translation>
    </message>
    <message>
        <source>Web pages: the readable text of one article a file</source>
        <translation>صفحهٔ وب: هر پرونده یک مقاله، متن خواندنی آن</translation>
    </message>
    <message>
        <source>Peyman's own interchange: everything, one annotation set a line</source>
        <translation>قالب تبادل خود پیمان: همه‌چیز، هر مجموعهٔ برچسب در یک سطر</translation>
    </message>
    <message>
        <source>Label Studio: a folder with its tasks and the labelling configuration</source>
        <translation>Label Studio: پوشه‌ای با کارها و پیکربندی برچسب‌زنی</translation>
    </message>
    <message>
        <source>PDF: the text of one article a file, where it can be drawn out</source>
        <translation>PDF: هر پرونده یک مقاله، اگر متنش بیرون بیاید</translation>
    </message>
    <message>
        <source>Prodigy and spaCy: spans and relations, one task a line</source>
        <translation>Prodigy و spaCy: برچسب‌ها و رابطه‌ها، هر کار در یک سطر</translation>
    </message>
    <message>
        <source>Plain text: UTF-8, UTF-16 or windows-1256, one article a file</source>
        <translation>متن ساده: UTF-8، UTF-16 یا windows-1256، هر مقاله یک پرونده</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 for INCEpTION: a folder with a file for each article</source>
        <translation>WebAnno TSV 3.3 برای INCEpTION: پوشه‌ای با یک پرونده برای هر مقاله</translation>
    </message>
    <message>
        <source>Excel: articles from the rows of a sheet; annotations into sheets</source>
        <translation>اکسل: مقاله‌ها از سطرهای یک برگه؛ برچسب‌ها در برگه‌ها</translation>
    </message>
    <message>
        <source>UIMA CAS for INCEpTION: a folder of XMI and its types; reads JSON too</source>
        <translation>UIMA CAS برای INCEpTION: پوشه‌ای از XMI و گونه‌هایش؛ JSON را هم می‌خواند</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>relation</source>
        <translation>رابطه</translation>
    </message>
    <message>
        <source>label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>لایه</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>پیش‌بینی مدل</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>category</source>
        <translation>رده</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>نظر</translation>
    </message>
    <message>
        <source>normalisation</source>
        <translation>پیوند به مرجع</translation>
    </message>
    <message>
        <source>equivalence</source>
        <translation>هم‌ارزی</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>event</source>
        <translation>رویداد</translation>
    </message>
    <message>
        <source>note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>تکرار</translation>
    </message>
    <message>
        <source>rejection</source>
        <translation>ردشده</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>بی‌پاسخ</translation>
    </message>
    <message>
        <source>bookkeeping</source>
        <translation>شماره و زمان داخلی</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Persian</source>
        <translation>فارسی</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>روسی</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>آذربایجانی</translation>
    </message>
    <message>
        <source>English</source>
        <translation>انگلیسی</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>زبانی دیگر</translation>
    </message>
</context>
<context>
    <name>merge</name>
    <message>
        <source>new</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>goes on from what is here</source>
        <translation>ادامهٔ آنچه اینجا هست</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>از پیش هست</translation>
    </message>
    <message>
        <source>older than what is here</source>
        <translation>کهنه‌تر از آنچه اینجا هست</translation>
    </message>
    <message>
        <source>split off from what is here (a backup that was worked on?), left out</source>
        <translation>از آنچه اینجا هست جدا شده (کار روی نسخهٔ پشتیبان؟)؛ کنار گذاشته شد</translation>
    </message>
    <message>
        <source>this annotator has other annotations on it here, left out</source>
        <translation>این برچسب‌زن اینجا برچسب‌های دیگری روی آن دارد؛ کنار گذاشته شد</translation>
    </message>
    <message>
        <source>another text here, left out</source>
        <translation>متن آن اینجا چیز دیگری است؛ کنار گذاشته شد</translation>
    </message>
    <message>
        <source>no article of this project, left out</source>
        <translation>مقالهٔ این پروژه نیست؛ کنار گذاشته شد</translation>
    </message>
    <message>
        <source>gold is made here only, left out</source>
        <translation>نسخهٔ طلایی تنها اینجا ساخته می‌شود؛ کنار گذاشته شد</translation>
    </message>
    <message>
        <source>nothing done yet</source>
        <translation>هنوز کاری نشده</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Column of the texts</source>
        <translation>ستون متن‌ها</translation>
    </message>
    <message>
        <source>Column of the names</source>
        <translation>ستون نام‌ها</translation>
    </message>
    <message>
        <source>Column of the titles</source>
        <translation>ستون عنوان‌ها</translation>
    </message>
    <message>
        <source>Column of the dates</source>
        <translation>ستون تاریخ‌ها</translation>
    </message>
    <message>
        <source>found by its heading</source>
        <translation>از روی سرستون پیدا شود</translation>
    </message>
    <message>
        <source>found by its heading, if any</source>
        <translation>از روی سرستون، اگر باشد</translation>
    </message>
    <message>
        <source>The first row holds</source>
        <translation>ردیف نخست</translation>
    </message>
    <message>
        <source>headings of the columns</source>
        <translation>سرستون‌هاست</translation>
    </message>
    <message>
        <source>an article; columns are A, B, C</source>
        <translation>مقاله است؛ ستون‌ها A، B، C هستند</translation>
    </message>
    <message>
        <source>Rows without a text</source>
        <translation>ردیف‌های بی‌متن</translation>
    </message>
    <message>
        <source>are a reason to refuse the file</source>
        <translation>دلیل نپذیرفتن پرونده‌اند</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>کنار گذاشته می‌شوند</translation>
    </message>
    <message>
        <source>Layer of the tags</source>
        <translation>لایهٔ برچسب‌ها</translation>
    </message>
    <message>
        <source>Scheme of the tags</source>
        <translation>شیوهٔ برچسب‌ها</translation>
    </message>
    <message>
        <source>Of overlapping spans</source>
        <translation>از بازه‌های هم‌پوشان</translation>
    </message>
    <message>
        <source>the outermost is written</source>
        <translation>بیرونی‌ترین نوشته می‌شود</translation>
    </message>
    <message>
        <source>the innermost is written</source>
        <translation>درونی‌ترین نوشته می‌شود</translation>
    </message>
    <message>
        <source>Between cells stands</source>
        <translation>میان خانه‌ها</translation>
    </message>
    <message>
        <source>what the file shows</source>
        <translation>آنچه پرونده نشان می‌دهد</translation>
    </message>
    <message>
        <source>a comma</source>
        <translation>ویرگول</translation>
    </message>
    <message>
        <source>a semicolon</source>
        <translation>نقطه‌ویرگول</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>تب</translation>
    </message>
    <message>
        <source>a vertical bar</source>
        <translation>خط عمودی</translation>
    </message>
    <message>
        <source>Beside gold</source>
        <translation>در کنار طلایی</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>هیچ</translation>
    </message>
    <message>
        <source>what every annotator said</source>
        <translation>آنچه هر برچسب‌زن گفته</translation>
    </message>
    <message>
        <source>as the texts beside them show</source>
        <translation>چنان‌که متن کنارشان نشان می‌دهد</translation>
    </message>
    <message>
        <source>characters (code points)</source>
        <translation>نویسه (code point)</translation>
    </message>
    <message>
        <source>UTF-16 units, as browsers and Java do</source>
        <translation>واحد UTF-16، مانند مرورگر و جاوا</translation>
    </message>
    <message>
        <source>what is seen as one character</source>
        <translation>آنچه یک نویسه دیده می‌شود</translation>
    </message>
    <message>
        <source>bytes of UTF-8</source>
        <translation>بایت UTF-8</translation>
    </message>
    <message>
        <source>characters, a line end as one</source>
        <translation>نویسه؛ پایان خط یکی شمرده می‌شود</translation>
    </message>
    <message>
        <source>Offsets count</source>
        <translation>واحد جایگاه‌ها</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>برگه</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>نخستین برگه</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Adjudicate</source>
        <translation>داوری</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>تعهدها</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>داشبورد</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>بازخورد</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>راهنمای برچسب‌زنی</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>برچسب‌زنی</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>صفحه‌ها</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln موجودیت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commitments</source>
        <translation>
            <numerusform>%Ln تعهد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other annotators</source>
        <translation>
            <numerusform>%Ln برچسب‌زن دیگر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>overlooked</source>
        <translation>از قلم افتاده</translation>
    </message>
    <message>
        <source>where it begins or ends</source>
        <translation>جای آغاز یا پایان</translation>
    </message>
    <message>
        <source>what the label means</source>
        <translation>معنای برچسب</translation>
    </message>
    <message>
        <source>nothing to be marked</source>
        <translation>نباید نشان شود</translation>
    </message>
    <message>
        <source>slip of the hand</source>
        <translation>لغزش دست</translation>
    </message>
    <message>
        <source>the text can be read either way</source>
        <translation>متن دوپهلوست</translation>
    </message>
    <message>
        <source>the guideline does not say</source>
        <translation>راهنما چیزی نمی‌گوید</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>Type</source>
        <translation>گونه</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Committer</source>
        <translation>متعهد</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>طرف مقابل</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>کار</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مقدار</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>مهلت</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>میلادی</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>مقاله</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>از کیست</translation>
    </message>
    <message>
        <source>Deadline from</source>
        <translation>مهلت از</translation>
    </message>
    <message>
        <source>Deadline to</source>
        <translation>مهلت تا</translation>
    </message>
    <message>
        <source>Deadline, Jalali</source>
        <translation>مهلت، هجری خورشیدی</translation>
    </message>
    <message>
        <source>Deadline in words</source>
        <translation>مهلت به واژه</translation>
    </message>
    <message>
        <source>Deadline read by</source>
        <translation>خوانندهٔ مهلت</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>برچسب‌زن</translation>
    </message>
    <message>
        <source>Kind of set</source>
        <translation>نوع مجموعه</translation>
    </message>
    <message>
        <source>State</source>
        <translation>حالت</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>تعهد</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>آغاز</translation>
    </message>
    <message>
        <source>End</source>
        <translation>پایان</translation>
    </message>
    <message>
        <source>Sort by this column: key {key}</source>
        <translation>چیدن بر پایهٔ این ستون: کلید {key}</translation>
    </message>
    <message>
        <source>read by the program</source>
        <translation>به خواندن برنامه</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>طلایی</translation>
    </message>
</context>
<context>
    <name>release</name>
    <message>
        <source>Training</source>
        <translation>آموزش</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>اعتبارسنجی</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>آزمون</translation>
    </message>
    <message>
        <source>Reading the annotations…</source>
        <translation>خواندن برچسب‌ها…</translation>
    </message>
    <message>
        <source>Looking for articles that say nearly the same…</source>
        <translation>جست‌وجوی مقاله‌هایی که کمابیش یک متن‌اند…</translation>
    </message>
    <message>
        <source>Measuring agreement…</source>
        <translation>سنجش توافق…</translation>
    </message>
    <message>
        <source>Writing the articles…</source>
        <translation>نوشتن مقاله‌ها…</translation>
    </message>
    <message>
        <source>Writing the other formats…</source>
        <translation>نوشتن قالب‌های دیگر…</translation>
    </message>
    <message>
        <source>Writing the card…</source>
        <translation>نوشتن شناسنامه…</translation>
    </message>
    <message>
        <source>Schema: {name} is new.</source>
        <translation>طرح‌واره: {name} تازه است.</translation>
    </message>
    <message>
        <source>Schema: {name} is taken out.</source>
        <translation>طرح‌واره: {name} برداشته شده است.</translation>
    </message>
    <message>
        <source>Schema: {name} is offered no more.</source>
        <translation>طرح‌واره: {name} دیگر عرضه نمی‌شود.</translation>
    </message>
    <message>
        <source>Schema: {name} is offered again.</source>
        <translation>طرح‌واره: {name} دوباره عرضه می‌شود.</translation>
    </message>
    <message>
        <source>Schema: {name} becomes {after}.</source>
        <translation>طرح‌واره: {name} به {after} پیوست.</translation>
    </message>
    <message>
        <source>Schema: {name} was called {before} and is called {after}.</source>
        <translation>طرح‌واره: نام {name} از {before} به {after} تغییر کرد.</translation>
    </message>
    <message>
        <source>Schema: the rule of {name} is another one.</source>
        <translation>طرح‌واره: قاعدهٔ {name} تغییر کرد.</translation>
    </message>
    <message>
        <source>Schema: the key of {name} is another one.</source>
        <translation>طرح‌واره: کلید {name} تغییر کرد.</translation>
    </message>
    <message>
        <source>Schema: the colour of {name} is another one.</source>
        <translation>طرح‌واره: رنگ {name} تغییر کرد.</translation>
    </message>
    <message>
        <source>Schema: whether {name} is required has changed.</source>
        <translation>طرح‌واره: الزامی بودن {name} تغییر کرد.</translation>
    </message>
    <message>
        <source>Schema: what {name} applies to has changed.</source>
        <translation>طرح‌واره: دامنهٔ {name} تغییر کرد.</translation>
    </message>
    <message>
        <source>Title: {before} before, {after} now.</source>
        <translation>عنوان: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>Version: {before} before, {after} now.</source>
        <translation>نسخه: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>Licence: {before} before, {after} now.</source>
        <translation>پروانه: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>Names hidden: {before} before, {after} now.</source>
        <translation>نام‌ها پنهان: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>Gold finished: {before} before, {after} now.</source>
        <translation>طلایی تمام: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>Made by: {before} before, {after} now.</source>
        <translation>ساختهٔ: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>Annotators: {before} before, {after} now.</source>
        <translation>برچسب‌زن‌ها: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>exact F1</source>
        <translation>F1 با دامنهٔ یکسان</translation>
    </message>
    <message>
        <source>relaxed F1</source>
        <translation>F1 با هم‌پوشانی</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>بله</translation>
    </message>
    <message>
        <source>no</source>
        <translation>نه</translation>
    </message>
    <message>
        <source>Nothing changed from one to the other.</source>
        <translation>از یکی تا دیگری چیزی تغییر نکرده است.</translation>
    </message>
    <message>
        <source>Articles that are new: {count} ({names})</source>
        <translation>مقاله‌های تازه: {count} ({names})</translation>
    </message>
    <message>
        <source>Articles that are gone: {count} ({names})</source>
        <translation>مقاله‌هایی که دیگر نیستند: {count} ({names})</translation>
    </message>
    <message>
        <source>{name} moved from “{before}” to “{after}”, which no article should.</source>
        <translation>{name} از «{before}» به «{after}» رفته است؛ هیچ مقاله‌ای نباید جابه‌جا شود.</translation>
    </message>
    <message>
        <source>{before} is called {after} now.</source>
        <translation>{before} اکنون {after} نام دارد.</translation>
    </message>
    <message>
        <source>Articles that are annotated otherwise: {count}</source>
        <translation>مقاله‌هایی که جور دیگری برچسب خورده‌اند: {count}</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>{count} افزوده</translation>
    </message>
    <message>
        <source>{count} removed</source>
        <translation>{count} برداشته</translation>
    </message>
    <message>
        <source>{count} changed inside</source>
        <translation>{count} با ویژگی‌های دیگر</translation>
    </message>
    <message>
        <source>{layer}: {count} from {before} to {after}</source>
        <translation>{layer}: {count} تا از {before} به {after}</translation>
    </message>
    <message>
        <source>Agreement, {what}, {figure}: {before} before, {after} now.</source>
        <translation>توافق، {what}، {figure}: پیش‌تر {before}، اکنون {after}.</translation>
    </message>
    <message>
        <source>sentence with a commitment</source>
        <translation>جملهٔ دارای تعهد</translation>
    </message>
    <message>
        <source>{who} against gold, {layer}</source>
        <translation>{who} در برابر طلایی، {layer}</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Whole article</source>
        <translation>سراسر مقاله</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>برچسب</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>جاافتاده</translation>
    </message>
    <message>
        <source>Split or joined</source>
        <translation>جدا یا پیوسته</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>مرز</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>ویژگی</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>نقش</translation>
    </message>
    <message>
        <source>Nobody differs</source>
        <translation>بی‌اختلاف</translation>
    </message>
    <message>
        <source>You have put this aside.</source>
        <translation>این را کنار گذاشته‌اید.</translation>
    </message>
    <message>
        <source>This was decided, but somebody has changed his answer since.</source>
        <translation>درباره‌اش رأی داده شده، اما کسی بعد از آن پاسخش را عوض کرده است.</translation>
    </message>
    <message>
        <source>All agree; this one was drawn for you to look at.</source>
        <translation>همه هم‌نظرند؛ این یکی به قرعه برای نگاه شما آمده است.</translation>
    </message>
    <message>
        <source>Gold cannot hold what was decided.</source>
        <translation>آنچه رأی داده‌اید در طلایی جا نمی‌گیرد.</translation>
    </message>
    <message>
        <source>There is something to annotate here</source>
        <translation>اینجا چیزی برای برچسب‌زدن هست</translation>
    </message>
    <message>
        <source>There is nothing in this article</source>
        <translation>در این مقاله چیزی نیست</translation>
    </message>
    <message>
        <source>No role here</source>
        <translation>نقشی در کار نیست</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>بی‌مقدار</translation>
    </message>
    <message>
        <source>Nothing to mark here</source>
        <translation>اینجا چیزی نیست</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>کنارگذاشته</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>تغییرکرده</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>نمونه</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>ناسازگار</translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <source>“{name}” is new.</source>
        <translation>«{name}» تازه است.</translation>
    </message>
    <message>
        <source>“{name}” is taken out; nothing has it.</source>
        <translation>«{name}» برداشته می‌شود؛ جایی به کار نرفته.</translation>
    </message>
    <message>
        <source>“{name}” is offered no more; {count} annotations keep it.</source>
        <translation>«{name}» دیگر پیشنهاد نمی‌شود؛ {count} مورد آن را نگه می‌دارند.</translation>
    </message>
    <message>
        <source>“{name}” is offered again.</source>
        <translation>«{name}» دوباره پیشنهاد می‌شود.</translation>
    </message>
    <message>
        <source>“{name}” becomes “{after}”: {count} annotations.</source>
        <translation>«{name}» می‌شود «{after}»: {count} مورد.</translation>
    </message>
    <message>
        <source>“{before}” is called “{after}”.</source>
        <translation>«{before}» نامیده می‌شود «{after}».</translation>
    </message>
    <message>
        <source>The rule of “{name}” is another one.</source>
        <translation>قاعدهٔ «{name}» عوض می‌شود.</translation>
    </message>
    <message>
        <source>The key of “{name}”: {before} → {after}</source>
        <translation>کلید «{name}»: {before} ← {after}</translation>
    </message>
    <message>
        <source>The colour of “{name}”: {before} → {after}</source>
        <translation>رنگ «{name}»: {before} ← {after}</translation>
    </message>
    <message>
        <source>“{name}” is required.</source>
        <translation>«{name}» بایسته می‌شود.</translation>
    </message>
    <message>
        <source>What “{name}” applies to is widened.</source>
        <translation>دامنهٔ «{name}» گسترده می‌شود.</translation>
    </message>
    <message>
        <source>“{name}” is not required any more.</source>
        <translation>«{name}» دیگر بایسته نیست.</translation>
    </message>
    <message>
        <source>No annotation has it.</source>
        <translation>جایی به کار نرفته است.</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>طلایی</translation>
    </message>
    <message>
        <source>{count} annotations have it</source>
        <translation>در {count} مورد به کار رفته</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Look</source>
        <translation>ظاهر</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>مقاله</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>کار</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>پیشنهادها</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مانند سیستم</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>رنگ‌ها</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>پرتضاد</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>رقم‌ها</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>مانند زبان</translation>
    </message>
    <message>
        <source>In the window only; articles are always shown as they are.</source>
        <translation>تنها در پنجره؛ مقاله‌ها همیشه همان‌گونه که هستند نشان داده می‌شوند.</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>قلم</translation>
    </message>
    <message>
        <source>The usual one is Vazirmatn for Persian, and the system's for Russian.</source>
        <translation>قلم همیشگی برای فارسی «وزیرمتن» است و برای روسی قلم سیستم.</translation>
    </message>
    <message>
        <source>Font size, points</source>
        <translation>اندازهٔ قلم (پوینت)</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>فاصلهٔ سطرها</translation>
    </message>
    <message>
        <source>Longest line, characters</source>
        <translation>بلندترین سطر (نویسه)</translation>
    </message>
    <message>
        <source>Lines broken by hand</source>
        <translation>سطرهای شکسته با دست</translation>
    </message>
    <message>
        <source>As stored, with a hint</source>
        <translation>همان‌گونه که هست، با یادآوری</translation>
    </message>
    <message>
        <source>Joined into paragraphs</source>
        <translation>پیوسته در بندها</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>همان‌گونه که هست</translation>
    </message>
    <message>
        <source>Only what is shown changes, never the text. An article for which you chose keeps your choice.</source>
        <translation>تنها نمایش دگرگون می‌شود، نه متن. مقاله‌ای که برایش انتخاب کرده‌اید بر همان می‌ماند.</translation>
    </message>
    <message>
        <source>One paragraph stands out</source>
        <translation>تنها یک بند پررنگ</translation>
    </message>
    <message>
        <source>Argument spans</source>
        <translation>بازه‌های بخش تعهد</translation>
    </message>
    <message>
        <source>Offer suggestions</source>
        <translation>نمایش پیشنهادها</translation>
    </message>
    <message>
        <source>Nothing becomes an annotation until you take it.</source>
        <translation>تا نپذیرید، هیچ پیشنهادی برچسب نمی‌شود.</translation>
    </message>
    <message>
        <source>Learn from my finished articles</source>
        <translation>آموختن از مقاله‌های پایان‌یافتهٔ من</translation>
    </message>
    <message>
        <source>On this computer only, while you pause.</source>
        <translation>تنها در همین رایانه، هنگام درنگ شما.</translation>
    </message>
    <message>
        <source>Count my time at work</source>
        <translation>شمردن زمان کار من</translation>
    </message>
    <message>
        <source>For each article, without pauses of over a minute; it stays in this file.</source>
        <translation>برای هر مقاله، بی درنگ‌های بیش از یک دقیقه؛ تنها در همین پرونده می‌ماند.</translation>
    </message>
    <message>
        <source>Adjudicate without names</source>
        <translation>داوری بی‌نام</translation>
    </message>
    <message>
        <source>Annotators are A, B, C until an article is done, others in each article.</source>
        <translation>برچسب‌زن‌ها تا پایان هر مقاله A و B و C هستند، در هر مقاله جور دیگر.</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>word lists</source>
        <translation>واژه‌نامه‌ها</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>عبارت</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>الگو</translation>
    </message>
    <message>
        <source>labelled before</source>
        <translation>برچسب‌های پیشین</translation>
    </message>
    <message>
        <source>learned from you</source>
        <translation>آموخته از شما</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>نامزد</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>New</source>
        <translation>تازه</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>در دست کار</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>پایان‌یافته</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>کنارگذاشته</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ساعت و {minutes} دقیقه</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} دقیقه</translation>
    </message>
</context>
</TS>
