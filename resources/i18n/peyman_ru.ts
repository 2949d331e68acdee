<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Peyman</source>
        <translation>О программе Peyman</translation>
    </message>
    <message>
        <source>Peyman</source>
        <translation>Peyman</translation>
    </message>
    <message>
        <source>Annotate entities and commitments in Persian and Russian news, offline.</source>
        <translation>Разметка сущностей и обязательств в персидских и русских новостях, без сети.</translation>
    </message>
    <message>
        <source>The texts of the licences come with the program.</source>
        <translation>Тексты лицензий поставляются с программой.</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add to the schema</source>
        <translation>Добавить в схему</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>Latin letters; it is what files hold.</source>
        <translation>Латиницей; он записывается в файлы.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>A label of the layer “{layer}”</source>
        <translation>Метка слоя «{layer}»</translation>
    </message>
    <message>
        <source>An attribute of the layer “{layer}”</source>
        <translation>Признак слоя «{layer}»</translation>
    </message>
    <message>
        <source>A value of “{attribute}”</source>
        <translation>Значение для «{attribute}»</translation>
    </message>
    <message>
        <source>one of several values</source>
        <translation>одно из нескольких значений</translation>
    </message>
    <message>
        <source>any number of values</source>
        <translation>любое число значений</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>list of texts</source>
        <translation>список текстов</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>Give it an id.</source>
        <translation>Задайте идентификатор.</translation>
    </message>
</context>
<context>
    <name>AmountRow</name>
    <message>
        <source>500 million tomans</source>
        <translation>500 млн туманов</translation>
    </message>
    <message>
        <source>12.5 percent, 40 kilometres</source>
        <translation>12,5 процента, 40 км</translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>{label}?</source>
        <translation>{label} ?</translation>
    </message>
    <message>
        <source>What is the “{role}”? Type its letter, or select text and press Enter.</source>
        <translation>Что здесь «{role}»? Нажмите букву или выделите текст и нажмите Enter.</translation>
    </message>
    <message>
        <source>What is the “{role}”? Select the text and press Enter.</source>
        <translation>Что здесь «{role}»? Выделите текст и нажмите Enter.</translation>
    </message>
    <message>
        <source>What kind of commitment?</source>
        <translation>Какое это обязательство?</translation>
    </message>
    <message>
        <source>Perhaps an entity: the key of a label takes it, Backspace leaves it alone</source>
        <translation>Возможно, сущность: клавиша метки принимает, Backspace пропускает</translation>
    </message>
    <message>
        <source>Suggested: {label} ({source}, {percent}) · Enter takes it, Backspace rejects it</source>
        <translation>Подсказка: {label} ({source}, {percent}) · Enter принимает, Backspace отклоняет</translation>
    </message>
    <message>
        <source>Nobody else has annotated this article.</source>
        <translation>Эту статью больше никто не размечал.</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>{keys} move the ends; the key of a label chooses it.</source>
        <translation>{keys} двигают границы; клавиша метки выбирает её.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Who or what fills it</source>
        <translation>Кто или что её заполняет</translation>
    </message>
    <message>
        <source>The key of a role chooses it.</source>
        <translation>Клавиша роли выбирает её.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Это не число.</translation>
    </message>
    <message>
        <source>An answer of your own</source>
        <translation>Свой ответ</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>Why it was skipped</source>
        <translation>Почему пропущена</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>Заметка о статье</translation>
    </message>
    <message>
        <source>Article's date</source>
        <translation>дата статьи</translation>
    </message>
    <message>
        <source>{characters} characters, {words} words</source>
        <translation>Знаков: {characters}, слов: {words}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Разметка</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>пока нет</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Time at work</source>
        <translation>Время работы</translation>
    </message>
    <message>
        <source>About the article</source>
        <translation>О статье</translation>
    </message>
    <message>
        <source>Came with the file</source>
        <translation>Пришло с файлом</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln подсказка</numerusform>
            <numerusform>%Ln подсказки</numerusform>
            <numerusform>%Ln подсказок</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab goes to the next one, Enter takes it, Backspace rejects it.</source>
        <translation>Tab переходит к следующей, Enter принимает, Backspace отклоняет.</translation>
    </message>
    <message>
        <source>Control article</source>
        <translation>Контрольная статья</translation>
    </message>
    <message>
        <source>Some articles get no suggestions, so that their effect can be measured.</source>
        <translation>Некоторые статьи идут без подсказок, чтобы измерить их влияние.</translation>
    </message>
    <message>
        <source>Without suggestions</source>
        <translation>Без подсказок</translation>
    </message>
    <message>
        <source>Several people annotate this article, so nothing is suggested to any of them.</source>
        <translation>Эту статью размечают несколько человек, поэтому подсказок нет ни у кого.</translation>
    </message>
    <message>
        <source>{name} (gold)</source>
        <translation>{name} (эталон)</translation>
    </message>
    <message>
        <source>Join lines broken by hand (Ctrl+J)</source>
        <translation>Соединить разорванные строки (Ctrl+J)</translation>
    </message>
    <message>
        <source>Join lines broken by hand</source>
        <translation>Соединить разорванные строки</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Finish the article and go on to the next (F)</source>
        <translation>Закончить статью и перейти к следующей (F)</translation>
    </message>
    <message>
        <source>Whose annotations are shown (F2: the next)</source>
        <translation>Чья разметка показана (F2 — следующая)</translation>
    </message>
    <message>
        <source>Whose annotations are shown</source>
        <translation>Чья разметка показана</translation>
    </message>
</context>
<context>
    <name>ArticlePicker</name>
    <message>
        <source>Choose articles</source>
        <translation>Выбор статей</translation>
    </message>
    <message>
        <source>Words of the title or name</source>
        <translation>Слова из заголовка или имени</translation>
    </message>
    <message>
        <source>Articles; Space ticks one</source>
        <translation>Статьи; пробел отмечает</translation>
    </message>
    <message>
        <source>&amp;Tick all shown</source>
        <translation>&amp;Отметить показанные</translation>
    </message>
    <message>
        <source>&amp;Untick all shown</source>
        <translation>&amp;Снять отметки с показанных</translation>
    </message>
    <message>
        <source>Which articles?</source>
        <translation>Какие статьи?</translation>
    </message>
    <message>
        <source>Tick (Space) those to export.</source>
        <translation>Отметьте (пробелом) те, что нужно вывести.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation>
            <numerusform>отмечена %Ln</numerusform>
            <numerusform>отмечены %Ln</numerusform>
            <numerusform>отмечено %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>Attributes</source>
        <translation>Атрибуты</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>{period} · {count} days</source>
        <translation>{period} · {count} дн.</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>григорианский</translation>
    </message>
    <message>
        <source>Jalali</source>
        <translation>иранский</translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>from–to</source>
        <translation>от–до</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>stands in gold</source>
        <translation>сейчас в золоте</translation>
    </message>
    <message>
        <source>of “{quote}”</source>
        <translation>для «{quote}»</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>Check a release</source>
        <translation>Проверка выпуска</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что нашлось</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Выпуск</translation>
    </message>
    <message>
        <source>&amp;Earlier release</source>
        <translation>П&amp;режний выпуск</translation>
    </message>
    <message>
        <source>only to compare</source>
        <translation>только для сравнения</translation>
    </message>
    <message>
        <source>Browse: {field}</source>
        <translation>Обзор: {field}</translation>
    </message>
    <message>
        <source>Every byte, count and split is compared with what the release says of itself.</source>
        <translation>Каждый байт, число и часть сверяются с тем, что выпуск говорит о себе.</translation>
    </message>
    <message>
        <source>Folder of a release</source>
        <translation>Папка выпуска</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Идёт проверка…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are wrong with this release:</source>
        <translation>
            <numerusform>У этого выпуска %Ln ошибка:</numerusform>
            <numerusform>У этого выпуска %Ln ошибки:</numerusform>
            <numerusform>У этого выпуска %Ln ошибок:</numerusform>
        </translation>
    </message>
    <message>
        <source>All is as it should be.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Checking {file}…</source>
        <translation>Проверяется {file}…</translation>
    </message>
</context>
<context>
    <name>CheckPane</name>
    <message>
        <source>Checking…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>без метки</translation>
    </message>
    <message>
        <source>{count} places changed. Ctrl+Z takes it all back.</source>
        <translation>Изменено мест: {count}. Ctrl+Z отменяет всё сразу.</translation>
    </message>
    <message>
        <source>Marked as intended. It comes back only when a new way appears.</source>
        <translation>Отмечено как намеренное. Вернётся, только если появится новый вариант.</translation>
    </message>
    <message>
        <source>Also where finished articles leave it alone</source>
        <translation>Также места без метки в законченных статьях</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Strings that are labelled in several ways</source>
        <translation>Строки, размеченные по-разному</translation>
    </message>
    <message>
        <source>Places of the string</source>
        <translation>Места этой строки</translation>
    </message>
    <message>
        <source>M makes all like the most frequent, or like the place at hand; the key of a label gives them this label; I marks the difference as intended; Enter goes to the places.</source>
        <translation>M — сделать всё как чаще всего, а в списке мест — как в этом месте · клавиша метки — дать её всем · I — отметить различие как намеренное · Enter — к местам.</translation>
    </message>
    <message>
        <source>Every string is labelled in one way only, or in ways that are meant.</source>
        <translation>Каждая строка размечена одинаково или намеренно по-разному.</translation>
    </message>
    <message>
        <source>{count} strings are labelled in several ways</source>
        <translation>Строк, размеченных по-разному: {count}</translation>
    </message>
    <message>
        <source>only the first {count} are listed</source>
        <translation>показаны первые {count}</translation>
    </message>
    <message>
        <source>something changed since; F5 checks again</source>
        <translation>с тех пор были изменения; F5 — проверить снова</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Line spacing: {value}</source>
        <translation>Межстрочный интервал: {value}</translation>
    </message>
    <message>
        <source>Longest line: {value} characters</source>
        <translation>Длина строки: до {value} знаков</translation>
    </message>
    <message>
        <source>The window has no room for longer lines.</source>
        <translation>В окне нет места для более длинных строк.</translation>
    </message>
    <message>
        <source>Font: {name}</source>
        <translation>Шрифт: {name}</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>обычный</translation>
    </message>
    <message>
        <source>The lines of this article are broken by hand. Ctrl+J joins them for reading.</source>
        <translation>Строки этой статьи разорваны вручную. Ctrl+J соединит их для чтения.</translation>
    </message>
    <message>
        <source>No line of this article is broken by hand.</source>
        <translation>В этой статье нет строк, разорванных вручную.</translation>
    </message>
    <message>
        <source>Lines are joined; the stored text stays as it is.</source>
        <translation>Строки показаны соединёнными; сохранённый текст не изменился.</translation>
    </message>
    <message>
        <source>Lines are shown as they are stored.</source>
        <translation>Строки показаны так, как сохранены.</translation>
    </message>
    <message>
        <source>One paragraph stands out.</source>
        <translation>Выделен один абзац.</translation>
    </message>
    <message>
        <source>All paragraphs stand out alike.</source>
        <translation>Все абзацы показаны одинаково.</translation>
    </message>
</context>
<context>
    <name>Companion</name>
    <message>
        <source>Text of the article</source>
        <translation>Текст статьи</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Measuring… {share}</source>
        <translation>Измеряется… {share}</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Измеряется…</translation>
    </message>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>Ещё ничего не измерено.</translation>
    </message>
    <message>
        <source>{articles} articles of several annotators · measured {when}</source>
        <translation>статей у нескольких разметчиков: {articles} · измерено {when}</translation>
    </message>
    <message>
        <source>something changed since</source>
        <translation>с тех пор что-то изменилось</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Измерить заново</translation>
    </message>
    <message>
        <source>{annotator} against gold</source>
        <translation>{annotator} против эталона</translation>
    </message>
    <message>
        <source>Annotators with one another</source>
        <translation>Разметчики между собой</translation>
    </message>
    <message>
        <source>Nobody has worked on an article yet, as far as this file knows.</source>
        <translation>Насколько известно этому файлу, над статьями ещё никто не работал.</translation>
    </message>
    <message>
        <source>No article has both a finished gold and an annotator who finished it.</source>
        <translation>Нет статьи, у которой есть и законченный эталон, и закончивший её разметчик.</translation>
    </message>
    <message>
        <source>No article was finished by two annotators. Merge what they hand in; unfinished articles do not count.</source>
        <translation>Ни одну статью не закончили двое разметчиков. Объедините сданное; незаконченные статьи не считаются.</translation>
    </message>
    <message>
        <source>There is nothing to list here: {cell}</source>
        <translation>Показывать здесь нечего: {cell}</translation>
    </message>
    <message>
        <source>{cell} · {count} listed</source>
        <translation>{cell} · показано: {count}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Чертёж</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Электронная таблица</translation>
    </message>
    <message>
        <source>Write the chart</source>
        <translation>Записать диаграмму</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Agreement report</source>
        <translation>Отчёт о согласии</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Записать отчёт</translation>
    </message>
    <message>
        <source>Agreement of the annotators: {project}</source>
        <translation>Согласие разметчиков: {project}</translation>
    </message>
    <message>
        <source>The same as a table</source>
        <translation>То же таблицей</translation>
    </message>
    <message>
        <source>Sheet for the window</source>
        <translation>Листок для окна</translation>
    </message>
    <message>
        <source>The annotator’s own file</source>
        <translation>Файл самого разметчика</translation>
    </message>
    <message>
        <source>Write the feedback sheet</source>
        <translation>Записать листок с отзывом</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Записывается…</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Записано в {path}.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>Feedback sheet…</source>
        <translation>Листок с отзывом…</translation>
    </message>
    <message>
        <source>Chart as a file…</source>
        <translation>Диаграмма в файл…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Отчёт…</translation>
    </message>
    <message>
        <source>Whose annotations are compared</source>
        <translation>Чья разметка сравнивается</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Что показать</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>unknown for now</source>
        <translation>пока неизвестны</translation>
    </message>
    <message>
        <source>as the files' metadata say</source>
        <translation>по метаданным файлов</translation>
    </message>
    <message>
        <source>the same day for all:</source>
        <translation>один день для всех:</translation>
    </message>
    <message>
        <source>read from their text, for me to confirm</source>
        <translation>прочитать в тексте, я подтвержу</translation>
    </message>
    <message>
        <source>&amp;Dates of the articles</source>
        <translation>&amp;Даты статей</translation>
    </message>
    <message>
        <source>Write the day, or pick it from the calendar (F4).</source>
        <translation>Впишите день или выберите его в календаре (F4).</translation>
    </message>
</context>
<context>
    <name>DateProposals</name>
    <message>
        <source>Dates read from the articles</source>
        <translation>Даты, прочитанные в статьях</translation>
    </message>
    <message>
        <source>&amp;Set these dates</source>
        <translation>&amp;Записать эти даты</translation>
    </message>
    <message>
        <source>&amp;Leave them unknown</source>
        <translation>&amp;Оставить неизвестными</translation>
    </message>
    <message>
        <source>Are these their dates?</source>
        <translation>Это даты самих статей?</translation>
    </message>
    <message>
        <source>Untick (Space) what is not the day of the article itself. The others stay unknown.</source>
        <translation>Снимите отметку (пробел) с того, что не является датой самой статьи. У остальных дата останется неизвестной.</translation>
    </message>
</context>
<context>
    <name>DateRow</name>
    <message>
        <source>15 December 2025, in two weeks…</source>
        <translation>15 декабря 2025, через две недели…</translation>
    </message>
    <message>
        <source>Article's date…</source>
        <translation>Дата статьи…</translation>
    </message>
    <message>
        <source>The article's date is unknown, so this has no days.</source>
        <translation>Дата статьи неизвестна, поэтому дней здесь нет.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>15 December 2025</source>
        <translation>15 декабря 2025</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>15 December 2025</source>
        <translation>15 декабря 2025</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>&amp;Deal out</source>
        <translation>&amp;Раздать</translation>
    </message>
    <message>
        <source>Deal out articles</source>
        <translation>Раздача статей</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Разметчики</translation>
    </message>
    <message>
        <source>One name on each line</source>
        <translation>По одному имени в строке</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничему</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Папка для файлов</translation>
    </message>
    <message>
        <source>Files that annotators work in already</source>
        <translation>Файлы, в которых разметчики уже работают</translation>
    </message>
    <message>
        <source>Who gets what</source>
        <translation>Кому что достанется</translation>
    </message>
    <message>
        <source>&amp;Annotators</source>
        <translation>&amp;Разметчики</translation>
    </message>
    <message>
        <source>&amp;Shared articles</source>
        <translation>&amp;Общие статьи</translation>
    </message>
    <message>
        <source>Each &amp;by how many</source>
        <translation>Каждую — с&amp;кольким</translation>
    </message>
    <message>
        <source>Spread e&amp;venly by</source>
        <translation>По&amp;ровну по</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>&amp;Жребий</translation>
    </message>
    <message>
        <source>Another number deals otherwise.</source>
        <translation>Другое число раздаст иначе.</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>П&amp;апка</translation>
    </message>
    <message>
        <source>Whose file stands here gets new articles added to it; what he made stays:</source>
        <translation>Чей файл указан здесь, тому новые статьи добавят в него; сделанное останется:</translation>
    </message>
    <message>
        <source>Each annotator gets a file with his articles only. What was dealt out before stays; only new articles are dealt.</source>
        <translation>Каждый разметчик получает файл только со своими статьями. Розданное раньше остаётся; раздаются только новые статьи.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>языку</translation>
    </message>
    <message>
        <source>Name the annotators, one on each line.</source>
        <translation>Назовите разметчиков, по одному в строке.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Общие</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Знаки</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) to deal out</source>
        <translation>
            <numerusform>%Ln статья к раздаче</numerusform>
            <numerusform>%Ln статьи к раздаче</numerusform>
            <numerusform>%Ln статей к раздаче</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them shared</source>
        <translation>
            <numerusform>из них %Ln общая</numerusform>
            <numerusform>из них %Ln общие</numerusform>
            <numerusform>из них %Ln общих</numerusform>
        </translation>
    </message>
    <message>
        <source>Peyman projects</source>
        <translation>Проекты Peyman</translation>
    </message>
    <message>
        <source>This is a file. Name a folder.</source>
        <translation>Это файл. Назовите папку.</translation>
    </message>
    <message>
        <source>&amp;Bring files up to date</source>
        <translation>&amp;Обновить файлы</translation>
    </message>
    <message>
        <source>Writing the files…</source>
        <translation>Файлы записываются…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>Записан %Ln файл</numerusform>
            <numerusform>Записано %Ln файла</numerusform>
            <numerusform>Записано %Ln файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) brought up to date</source>
        <translation>
            <numerusform>Обновлён %Ln файл</numerusform>
            <numerusform>Обновлено %Ln файла</numerusform>
            <numerusform>Обновлено %Ln файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before the end. {done}</source>
        <translation>Остановлено до завершения. {done}</translation>
    </message>
    <message>
        <source>Stopped; nothing was dealt out.</source>
        <translation>Остановлено; ничего не роздано.</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>Doubt</source>
        <translation>Сомнение</translation>
    </message>
    <message>
        <source>What are you unsure of?</source>
        <translation>В чём сомневаетесь?</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>An annotation without it is not whole</source>
        <translation>Без него разметка неполна</translation>
    </message>
    <message>
        <source>Name, {language}</source>
        <translation>Название, {language}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Rule, {language}</source>
        <translation>Правило, {language}</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Обязателен</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Экспортировать</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation>{title} ({name})</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Все статьи</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Что теряется</translation>
    </message>
    <message>
        <source>&amp;Yes, I know that this is lost</source>
        <translation>&amp;Да, знаю, что это теряется</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>Фор&amp;мат</translation>
    </message>
    <message>
        <source>&amp;Annotations of</source>
        <translation>&amp;Чья разметка</translation>
    </message>
    <message>
        <source>A&amp;rticles</source>
        <translation>&amp;Статьи</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Ф&amp;айл</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Файл для записи</translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation>Напишите имя файла или выберите место кнопкой «Обзор…».</translation>
    </message>
    <message>
        <source>This file exists; it will be replaced.</source>
        <translation>Такой файл есть; он будет заменён.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Эталон</translation>
    </message>
    <message>
        <source>{whose} ({count} sets)</source>
        <translation>{whose} (наборов: {count})</translation>
    </message>
    <message>
        <source>{which} ({count})</source>
        <translation>{which} ({count})</translation>
    </message>
    <message>
        <source>Finished articles</source>
        <translation>Готовые статьи</translation>
    </message>
    <message>
        <source>Only the open one, {title}</source>
        <translation>Только открытая: {title}</translation>
    </message>
    <message>
        <source>Chosen ones…</source>
        <translation>Выбранные…</translation>
    </message>
    <message>
        <source>Counting what this format can hold…</source>
        <translation>Подсчёт того, что вместит этот формат…</translation>
    </message>
    <message>
        <source>This format cannot hold everything:</source>
        <translation>Этот формат вмещает не всё:</translation>
    </message>
    <message>
        <source>This format holds everything: {counts}.</source>
        <translation>Этот формат вмещает всё: {counts}.</translation>
    </message>
    <message>
        <source>{loss}: {kinds}</source>
        <translation>{loss}: {kinds}</translation>
    </message>
    <message>
        <source>{loss}, such as {examples}</source>
        <translation>{loss}; например, {examples}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln статья</numerusform>
            <numerusform>%Ln статьи</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln набор разметки</numerusform>
            <numerusform>%Ln набора разметки</numerusform>
            <numerusform>%Ln наборов разметки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>%Ln фрагмент</numerusform>
            <numerusform>%Ln фрагмента</numerusform>
            <numerusform>%Ln фрагментов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln роль</numerusform>
            <numerusform>%Ln роли</numerusform>
            <numerusform>%Ln ролей</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Запись…</translation>
    </message>
    <message>
        <source>{counts} written to {path}.</source>
        <translation>Записано в {path}: {counts}.</translation>
    </message>
    <message>
        <source>What was lost stands below and in {file}.</source>
        <translation>Что потеряно, сказано ниже и в {file}.</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Остановлено. Файл не записан.</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>This article is not in this file.</source>
        <translation>Этой статьи нет в этом файле.</translation>
    </message>
    <message>
        <source>Feedback sheets</source>
        <translation>Листки с отзывом</translation>
    </message>
    <message>
        <source>Open a feedback sheet</source>
        <translation>Открыть листок с отзывом</translation>
    </message>
    <message>
        <source>Write the sheet</source>
        <translation>Записать листок</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Записано в {path}.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзыв</translation>
    </message>
    <message>
        <source>Open a sheet…</source>
        <translation>Открыть листок…</translation>
    </message>
    <message>
        <source>Write as a page…</source>
        <translation>Записать страницей…</translation>
    </message>
    <message>
        <source>There is no feedback sheet for you in this file yet. The curator sends one when gold is ready, in your file or as a sheet to open here.</source>
        <translation>В этом файле ещё нет листка с отзывом для вас. Куратор пришлёт его, когда будет готов эталон: в вашем файле или листком, который открывают здесь.</translation>
    </message>
    <message>
        <source>Feedback sheet</source>
        <translation>Листок с отзывом</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files and folders to import</source>
        <translation>Файлы и папки для импорта</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>In the text</source>
        <translation>В тексте</translation>
    </message>
    <message>
        <source>In annotations</source>
        <translation>В разметке</translation>
    </message>
    <message>
        <source>Any layer</source>
        <translation>Любой слой</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Любая метка</translation>
    </message>
    <message>
        <source>Any attributes</source>
        <translation>Любые атрибуты</translation>
    </message>
    <message>
        <source>Any value</source>
        <translation>Любое значение</translation>
    </message>
    <message>
        <source>Any annotator</source>
        <translation>Любой разметчик</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Где искать</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Атрибут</translation>
    </message>
    <message>
        <source>Value of the attribute</source>
        <translation>Значение атрибута</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>State of the article</source>
        <translation>Состояние статьи</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} из {m}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Найти в статье</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Закрыть (Esc)</translation>
    </message>
</context>
<context>
    <name>FontBox</name>
    <message>
        <source>The usual one</source>
        <translation>Обычный</translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message>
        <source>{count} things are missing. Enter goes to one, F finishes all the same, Esc goes back.</source>
        <translation>Не хватает: {count}. Enter — перейти к пробелу, F — всё равно закончить, Esc — вернуться.</translation>
    </message>
    <message>
        <source>no role is filled</source>
        <translation>ни одна роль не заполнена</translation>
    </message>
</context>
<context>
    <name>GuidelinesPage</name>
    <message>
        <source>Guidelines</source>
        <translation>Правила разметки</translation>
    </message>
    <message>
        <source>Markdown on one side, what it looks like on the other.</source>
        <translation>С одной стороны Markdown, с другой — как это выглядит.</translation>
    </message>
    <message>
        <source>This project has no guidelines yet. Write down what each label is for.</source>
        <translation>В этом проекте ещё нет правил. Напишите, для чего нужна каждая метка.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Писать</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Text in Markdown</source>
        <translation>Текст в Markdown</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>Как это выглядит</translation>
    </message>
</context>
<context>
    <name>HandInDialog</name>
    <message>
        <source>&amp;Hand in</source>
        <translation>&amp;Сдать</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Сдача работы</translation>
    </message>
    <message>
        <source>File to hand in</source>
        <translation>Файл для сдачи</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Ф&amp;айл</translation>
    </message>
    <message>
        <source>Writes all you have made into one file. Send that file, or put it where you were told to.</source>
        <translation>Записывает всё сделанное вами в один файл. Отправьте его или положите туда, куда вам сказали.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) are not finished; you can hand in again later.</source>
        <translation>
            <numerusform>%Ln статья не закончена; потом можно сдать ещё раз.</numerusform>
            <numerusform>%Ln статьи не закончены; потом можно сдать ещё раз.</numerusform>
            <numerusform>%Ln статей не закончено; потом можно сдать ещё раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Submissions ({pattern})</source>
        <translation>Сданные работы ({pattern})</translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation>Напишите имя файла или выберите место кнопкой «Обзор…».</translation>
    </message>
    <message>
        <source>This file exists; it will be replaced.</source>
        <translation>Такой файл есть; он будет заменён.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Запись…</translation>
    </message>
    <message>
        <source>{finished} of {articles} articles finished, written to {path}. Send this file.</source>
        <translation>Закончено статей: {finished} из {articles}; записано в {path}. Отправьте этот файл.</translation>
    </message>
</context>
<context>
    <name>ImportChoice</name>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>as each file shows</source>
        <translation>по самому файлу</translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation>{title} ({name})</translation>
    </message>
    <message>
        <source>of those &amp;named in the files</source>
        <translation>тех, кто &amp;назван в файлах</translation>
    </message>
    <message>
        <source>of this &amp;person:</source>
        <translation>&amp;этого человека:</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Импортировать</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Добавить &amp;папку…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Импорт статей</translation>
    </message>
    <message>
        <source>Choose files or folders, or drop them here. An article that is in the project already does not come in twice.</source>
        <translation>Выберите файлы или папки или перетащите их сюда. Статья, которая уже есть в проекте, второй раз не добавляется.</translation>
    </message>
    <message>
        <source>Annotations that come along are</source>
        <translation>Разметка, которая придёт с файлами, —</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>Фор&amp;мат</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>Файлы просматриваются…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) so far</source>
        <translation>
            <numerusform>пока найдена %Ln статья</numerusform>
            <numerusform>пока найдено %Ln статьи</numerusform>
            <numerusform>пока найдено %Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be read</source>
        <translation>
            <numerusform>%Ln не читается</numerusform>
            <numerusform>%Ln не читаются</numerusform>
            <numerusform>%Ln не читаются</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>не читается</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln статья</numerusform>
            <numerusform>%Ln статьи</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles} ({there} there already)</source>
        <translation>{articles} (уже есть: {there})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln набор разметки</numerusform>
            <numerusform>%Ln набора разметки</numerusform>
            <numerusform>%Ln наборов разметки</numerusform>
        </translation>
    </message>
    <message>
        <source>To come: {counts}.</source>
        <translation>Будет добавлено: {counts}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) of theirs this project does not have; you will be asked.</source>
        <translation>
            <numerusform>%Ln метки в этом проекте нет; о ней спросим.</numerusform>
            <numerusform>%Ln меток в этом проекте нет; о них спросим.</numerusform>
            <numerusform>%Ln меток в этом проекте нет; о них спросим.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read; why stands above.</source>
        <translation>
            <numerusform>%Ln файл не читается; почему, сказано выше.</numerusform>
            <numerusform>%Ln файла не читаются; почему, сказано выше.</numerusform>
            <numerusform>%Ln файлов не читаются; почему, сказано выше.</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles ({pattern})</source>
        <translation>Статьи ({pattern})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Файлы для импорта</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Папка для импорта</translation>
    </message>
    <message>
        <source>Write whose they are.</source>
        <translation>Напишите, чья она.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import articles</source>
        <translation>Импорт статей</translation>
    </message>
    <message>
        <source>The dates could not be set. {why}</source>
        <translation>Не удалось записать даты. {why}</translation>
    </message>
</context>
<context>
    <name>ImportLabels</name>
    <message>
        <source>From a &amp;file…</source>
        <translation>Из &amp;файла…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Сохранить как…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Импорт</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Which of our labels are these?</source>
        <translation>Каким нашим меткам они отвечают?</translation>
    </message>
    <message numerus="yes">
        <source>The files have %Ln label(s) that this project does not have. What you choose is remembered for the next file.</source>
        <translation>
            <numerusform>В файлах есть %Ln метка, которой нет в этом проекте. Ваш выбор запомнится для следующего файла.</numerusform>
            <numerusform>В файлах есть %Ln метки, которых нет в этом проекте. Ваш выбор запомнится для следующего файла.</numerusform>
            <numerusform>В файлах есть %Ln меток, которых нет в этом проекте. Ваш выбор запомнится для следующего файла.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) still to choose.</source>
        <translation>
            <numerusform>Осталось выбрать %Ln метку.</numerusform>
            <numerusform>Осталось выбрать %Ln метки.</numerusform>
            <numerusform>Осталось выбрать %Ln меток.</numerusform>
        </translation>
    </message>
    <message>
        <source>All are chosen.</source>
        <translation>Все выбраны.</translation>
    </message>
    <message>
        <source>Maps of labels {pattern}</source>
        <translation>Соответствия меток {pattern}</translation>
    </message>
    <message>
        <source>File with a map of labels</source>
        <translation>Файл соответствий меток</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) taken from the file.</source>
        <translation>
            <numerusform>Из файла взята %Ln метка.</numerusform>
            <numerusform>Из файла взяты %Ln метки.</numerusform>
            <numerusform>Из файла взято %Ln меток.</numerusform>
        </translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Файл для записи</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Записано в {path}.</translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message>
        <source>Report of the import</source>
        <translation>Отчёт об импорте</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;Копировать отчёт</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Ничего не импортировано</translation>
    </message>
    <message>
        <source>Stopped before the end. What had come in by then stays.</source>
        <translation>Остановлено до конца. То, что уже пришло, остаётся.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read; why stands below.</source>
        <translation>
            <numerusform>%Ln файл не прочитан; причина ниже.</numerusform>
            <numerusform>%Ln файла не прочитано; причины ниже.</numerusform>
            <numerusform>%Ln файлов не прочитано; причины ниже.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file was read.</source>
        <translation>Все файлы прочитаны.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) got the date that you confirmed.</source>
        <translation>
            <numerusform>%Ln статья получила подтверждённую дату.</numerusform>
            <numerusform>%Ln статьи получили подтверждённую дату.</numerusform>
            <numerusform>%Ln статей получили подтверждённую дату.</numerusform>
        </translation>
    </message>
    <message>
        <source>The map of labels is kept in {path}; the command line takes it with {option}.</source>
        <translation>Соответствие меток хранится в {path}; командная строка принимает его через {option}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) added</source>
        <translation>
            <numerusform>Добавлена %Ln статья</numerusform>
            <numerusform>Добавлено %Ln статьи</numerusform>
            <numerusform>Добавлено %Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s)</source>
        <translation>
            <numerusform>%Ln набор разметки</numerusform>
            <numerusform>%Ln набора разметки</numerusform>
            <numerusform>%Ln наборов разметки</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}, {sets}</source>
        <translation>{articles}, {sets}</translation>
    </message>
    <message>
        <source>{name}: {language}, {encoding}, {tokens} tokens</source>
        <translation>{name}: {language}, {encoding}, слов: {tokens}</translation>
    </message>
    <message>
        <source>{line} (called {other} in the file)</source>
        <translation>{line} (в файле: {other})</translation>
    </message>
    <message>
        <source>{name}: the same text as {other}</source>
        <translation>{name}: тот же текст, что {other}</translation>
    </message>
    <message>
        <source>{name}: by {annotator}</source>
        <translation>{name}: разметил(а) {annotator}</translation>
    </message>
    <message>
        <source>{name}: {counts}</source>
        <translation>{name}: {counts}</translation>
    </message>
    <message>
        <source>{name}: the file says something else about {fields}; the project's was kept</source>
        <translation>{name}: в файле другие данные ({fields}); оставлены данные проекта</translation>
    </message>
    <message>
        <source>{name} (gold)</source>
        <translation>{name} (эталон)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Annotations added</source>
        <translation>Добавленная разметка</translation>
    </message>
    <message>
        <source>In the project already</source>
        <translation>Уже в проекте</translation>
    </message>
    <message>
        <source>Annotations that were there already</source>
        <translation>Разметка, которая уже была</translation>
    </message>
    <message>
        <source>Differing fields</source>
        <translation>Расхождения в полях</translation>
    </message>
    <message>
        <source>Kept aside, for Peyman does not know it</source>
        <translation>Отложено: Peyman этого не знает</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more; the copy has them all.</source>
        <translation>
            <numerusform>… и ещё %Ln; в копии есть все.</numerusform>
            <numerusform>… и ещё %Ln; в копии есть все.</numerusform>
            <numerusform>… и ещё %Ln; в копии есть все.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProgress</name>
    <message>
        <source>Progress of the import</source>
        <translation>Ход импорта</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>О&amp;становить</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>Файлы просматриваются…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Opening the project…</source>
        <translation>Открывается проект…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение: {file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) read</source>
        <translation>
            <numerusform>Прочитана %Ln статья</numerusform>
            <numerusform>Прочитано %Ln статьи</numerusform>
            <numerusform>Прочитано %Ln статей</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping after this article; what came in stays…</source>
        <translation>Остановка после этой статьи; то, что пришло, остаётся…</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Choose an article from the queue.</source>
        <translation>Выберите статью в очереди.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Все клавиши</translation>
    </message>
    <message>
        <source>Filter: a word, or a key</source>
        <translation>Отбор: слово или клавиша</translation>
    </message>
    <message>
        <source>Filter the keys</source>
        <translation>Отобрать клавиши</translation>
    </message>
    <message>
        <source>No key does that.</source>
        <translation>Такой клавиши нет.</translation>
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
        <translation>Наша метка для {label}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выберите…</translation>
    </message>
    <message>
        <source>Keep aside</source>
        <translation>Отложить</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open for reading</source>
        <translation>Открыть для чтения</translation>
    </message>
    <message>
        <source>Every article of the queue is done.</source>
        <translation>Все статьи очереди готовы.</translation>
    </message>
    <message>
        <source>Peyman projects</source>
        <translation>Проекты Peyman</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Открыть проект</translation>
    </message>
    <message>
        <source>The sample project is being made…</source>
        <translation>Создаётся учебный проект…</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Отменено: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Повторено: {what}</translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation>Только чтение</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Peyman</source>
        <translation>Peyman</translation>
    </message>
    <message>
        <source>Who works here now</source>
        <translation>Кто сейчас работает</translation>
    </message>
    <message>
        <source>Every change is on the disk as soon as it is made.</source>
        <translation>Каждое изменение сразу на диске.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>&amp;Merge</source>
        <translation>С&amp;лить</translation>
    </message>
    <message>
        <source>Merge files</source>
        <translation>Слияние файлов</translation>
    </message>
    <message>
        <source>Add the files that came back, or drop them here.</source>
        <translation>Добавьте вернувшиеся файлы или перетащите их сюда.</translation>
    </message>
    <message>
        <source>Files that came back</source>
        <translation>Вернувшиеся файлы</translation>
    </message>
    <message>
        <source>What is in the files</source>
        <translation>Что в файлах</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Что с этим будет</translation>
    </message>
    <message>
        <source>What annotators handed in comes in beside what is here; nothing is overwritten, in whatever order the files come and however often.</source>
        <translation>Сданное разметчиками добавится к тому, что здесь есть; ничего не перезаписывается, в каком бы порядке и сколько бы раз файлы ни приходили.</translation>
    </message>
    <message>
        <source>Submissions and projects ({pattern})</source>
        <translation>Сданные работы и проекты ({pattern})</translation>
    </message>
    <message>
        <source>Checking the files…</source>
        <translation>Файлы проверяются…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) would come in.</source>
        <translation>
            <numerusform>Добавится %Ln набор разметки.</numerusform>
            <numerusform>Добавятся %Ln набора разметки.</numerusform>
            <numerusform>Добавятся %Ln наборов разметки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are refused; why stands above.</source>
        <translation>
            <numerusform>%Ln файл отклонён; причина выше.</numerusform>
            <numerusform>%Ln файла отклонены; причины выше.</numerusform>
            <numerusform>%Ln файлов отклонено; причины выше.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would be left out; they stand first.</source>
        <comment>annotation sets</comment>
        <translation>
            <numerusform>%Ln не войдёт; он стоит первым.</numerusform>
            <numerusform>%Ln не войдут; они стоят первыми.</numerusform>
            <numerusform>%Ln не войдут; они стоят первыми.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is here already.</source>
        <translation>Всё это здесь уже есть.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонён</translation>
    </message>
    <message>
        <source>{finished} of {articles}</source>
        <translation>{finished} из {articles}</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <comment>annotation sets</comment>
        <translation>
            <numerusform>… и ещё %Ln</numerusform>
            <numerusform>… и ещё %Ln</numerusform>
            <numerusform>… и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>без печати</translation>
    </message>
    <message>
        <source>nothing in it</source>
        <translation>в нём ничего нет</translation>
    </message>
    <message>
        <source>labels unknown here: {labels}</source>
        <translation>метки, которых здесь нет: {labels}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new annotation(s)</source>
        <translation>
            <numerusform>%Ln новая аннотация</numerusform>
            <numerusform>%Ln новые аннотации</numerusform>
            <numerusform>%Ln новых аннотаций</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed annotation(s)</source>
        <translation>
            <numerusform>%Ln изменённая</numerusform>
            <numerusform>%Ln изменённые</numerusform>
            <numerusform>%Ln изменённых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln withdrawn annotation(s)</source>
        <translation>
            <numerusform>%Ln отозванная</numerusform>
            <numerusform>%Ln отозванные</numerusform>
            <numerusform>%Ln отозванных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) there already</source>
        <translation>
            <numerusform>%Ln уже есть</numerusform>
            <numerusform>%Ln уже есть</numerusform>
            <numerusform>%Ln уже есть</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody new here</source>
        <translation>здесь новый человек</translation>
    </message>
    <message>
        <source>{name} of the files is</source>
        <translation>{name} из файлов — это</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Идёт слияние…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) merged.</source>
        <translation>
            <numerusform>Добавлен %Ln набор разметки.</numerusform>
            <numerusform>Добавлено %Ln набора разметки.</numerusform>
            <numerusform>Добавлено %Ln наборов разметки.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} “Undo” takes all of it back in one step.</source>
        <translation>{done} «Отменить» вернёт всё назад одним шагом.</translation>
    </message>
    <message>
        <source>All of it was here already; nothing was changed.</source>
        <translation>Всё это здесь уже было; ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Ещё %Ln</numerusform>
            <numerusform>Ещё %Ln</numerusform>
            <numerusform>Ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>NameRow</name>
    <message>
        <source>not confirmed</source>
        <translation>не подтверждено</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Ф&amp;айл</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>&amp;Разметчик</translation>
    </message>
    <message>
        <source>Your name: what you label is kept under it.</source>
        <translation>Ваше имя: под ним хранится то, что вы разметили.</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>С&amp;хема</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Файл проекта</translation>
    </message>
    <message>
        <source>One file holds the articles, all annotations and their whole history.</source>
        <translation>Один файл хранит статьи, всю разметку и всю её историю.</translation>
    </message>
    <message>
        <source>project</source>
        <translation>проект</translation>
    </message>
    <message>
        <source>Projects ({pattern})</source>
        <translation>Проекты ({pattern})</translation>
    </message>
    <message>
        <source>File of the new project</source>
        <translation>Файл нового проекта</translation>
    </message>
    <message>
        <source>Name the file, or choose its place with “Browse…”.</source>
        <translation>Напишите имя файла или выберите место кнопкой «Обзор…».</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>A word to yourself or to the supervisor</source>
        <translation>Себе или руководителю</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>What it is read as</source>
        <translation>Прочитано как</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>a label’s key</source>
        <translation>клавиша метки</translation>
    </message>
    <message>
        <source>perhaps an entity</source>
        <translation>возможно, сущность</translation>
    </message>
    <message>
        <source>labels it</source>
        <translation>размечает</translation>
    </message>
    <message>
        <source>leaves it alone</source>
        <translation>оставляет как есть</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>предложение</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>принимает</translation>
    </message>
    <message>
        <source>takes it, to be corrected</source>
        <translation>принимает, чтобы исправить</translation>
    </message>
    <message>
        <source>takes it as that</source>
        <translation>принимает с этой меткой</translation>
    </message>
    <message>
        <source>rejects it</source>
        <translation>отклоняет</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>The last edits. A digit goes back to where one was made.</source>
        <translation>Последние правки. Цифра возвращает к месту правки.</translation>
    </message>
    <message>
        <source>Why is this article skipped? Enter for the first, a digit for another, or write why.</source>
        <translation>Почему статья пропускается? Enter — первое, цифра — другое, или напишите сами.</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Другая причина</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>Без причины</translation>
    </message>
    <message>
        <source>The same news as another article</source>
        <translation>Та же новость, что в другой статье</translation>
    </message>
    <message>
        <source>Not about cooperation</source>
        <translation>Не о сотрудничестве</translation>
    </message>
    <message>
        <source>In another language</source>
        <translation>На другом языке</translation>
    </message>
    <message>
        <source>Broken or unreadable text</source>
        <translation>Испорченный или нечитаемый текст</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>О&amp;бзор…</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>How the texts begin</source>
        <translation>Начало текстов</translation>
    </message>
    <message>
        <source>Here stands how their texts begin.</source>
        <translation>Здесь видно, как начинаются тексты.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln слово</numerusform>
            <numerusform>%Ln слова</numerusform>
            <numerusform>%Ln слов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectDialog</name>
    <message>
        <source>The project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Suggest also in articles that several people annotate</source>
        <translation>Подсказки и в статьях, которые размечают несколько человек</translation>
    </message>
    <message>
        <source>What became of suggestions</source>
        <translation>Что стало с подсказками</translation>
    </message>
    <message>
        <source>For everybody in this project</source>
        <translation>Для всех в этом проекте</translation>
    </message>
    <message>
        <source>Articles without suggestions, to compare</source>
        <translation>Доля статей без подсказок, для сравнения</translation>
    </message>
    <message>
        <source>Word that chooses them</source>
        <translation>Слово, которое их выбирает</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Разметка</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>пока нет</translation>
    </message>
    <message>
        <source>Time at work</source>
        <translation>Время работы</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Retyped</source>
        <translation>С другой меткой</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Taken, share</source>
        <translation>Доля принятых</translation>
    </message>
    <message>
        <source>No suggestion has been decided on yet.</source>
        <translation>Ни одна подсказка ещё не разобрана.</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>article</source>
        <translation>статья</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Пара</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Class of difference</source>
        <translation>Вид расхождения</translation>
    </message>
    <message>
        <source>Pair of annotators</source>
        <translation>Пара разметчиков</translation>
    </message>
    <message>
        <source>Questions left</source>
        <translation>Оставшиеся вопросы</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Search articles</source>
        <translation>Поиск статей</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Импортировать статьи…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} из {m}</translation>
    </message>
    <message>
        <source>There is no article here yet. Import some texts, and the work can begin.</source>
        <translation>Здесь пока нет статей. Импортируйте тексты, и можно начинать.</translation>
    </message>
    <message>
        <source>No article has this in its title or name. Try fewer letters, or another state.</source>
        <translation>Ни в одном заголовке или имени этого нет. Попробуйте меньше букв или другое состояние.</translation>
    </message>
    <message>
        <source>Nothing is waiting here: well done.</source>
        <translation>Ничто не ждёт: отличная работа.</translation>
    </message>
    <message>
        <source>No article is in this state yet.</source>
        <translation>Статей в этом состоянии пока нет.</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>Write it like value=11 unit=kg.</source>
        <translation>Запишите так: value=11 unit=kg.</translation>
    </message>
    <message>
        <source>now: {value}</source>
        <translation>теперь: {value}</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>read automatically, not confirmed</source>
        <translation>прочитано само, не подтверждено</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Take it off the list (Del)</source>
        <translation>Убрать из списка (Del)</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>Убрать {name} из списка</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>там больше нет</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>The commitments are being read…</source>
        <translation>Обязательства читаются…</translation>
    </message>
    <message>
        <source>The commitments are being read… {done} of {total} sets</source>
        <translation>Обязательства читаются… наборов: {done} из {total}</translation>
    </message>
    <message>
        <source>Every type</source>
        <translation>Все типы</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Все статусы</translation>
    </message>
    <message>
        <source>Every party</source>
        <translation>Все стороны</translation>
    </message>
    <message>
        <source>Everybody's</source>
        <translation>Чьи угодно</translation>
    </message>
    <message numerus="yes">
        <source>%Ln commitments</source>
        <translation>
            <numerusform>%Ln обязательство</numerusform>
            <numerusform>%Ln обязательства</numerusform>
            <numerusform>%Ln обязательств</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} из {total}</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Электронная таблица</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Write the register</source>
        <translation>Записать реестр</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Запись…</translation>
    </message>
    <message>
        <source>{count} commitments written to {path}.</source>
        <translation>Записано в {path}, обязательств: {count}.</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Обязательства</translation>
    </message>
    <message>
        <source>Filter: words of the commitment, its parts or its article</source>
        <translation>Фильтр: слова обязательства, его частей или статьи</translation>
    </message>
    <message>
        <source>Filter the commitments</source>
        <translation>Отфильтровать обязательства</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Чьё</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Show all commitments</source>
        <translation>Показать все обязательства</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>Write what shows to a file</source>
        <translation>Записать показанное в файл</translation>
    </message>
    <message>
        <source>The commitment in the text</source>
        <translation>Обязательство в тексте</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Выпустить</translation>
    </message>
    <message>
        <source>Release the gold</source>
        <translation>Выпуск золота</translation>
    </message>
    <message>
        <source>Another number splits otherwise what no release has split yet.</source>
        <translation>С другим числом иначе делится то, чего ещё не было ни в одном выпуске.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничему</translation>
    </message>
    <message>
        <source>Articles that have this in common stay in one split.</source>
        <translation>Статьи, у которых это общее, остаются в одной части.</translation>
    </message>
    <message>
        <source>to be chosen later</source>
        <translation>выбрать позже</translation>
    </message>
    <message>
        <source>&amp;Hide annotators' names</source>
        <translation>&amp;Скрыть имена разметчиков</translation>
    </message>
    <message>
        <source>What each split holds</source>
        <translation>Что в каждой части</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новых</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Наборы</translation>
    </message>
    <message>
        <source>What annotators finished of these articles.</source>
        <translation>Что разметчики закончили в этих статьях.</translation>
    </message>
    <message>
        <source>No release has held them yet.</source>
        <translation>Их ещё не было ни в одном выпуске.</translation>
    </message>
    <message>
        <source>What goes in and what does not</source>
        <translation>Что войдёт и что нет</translation>
    </message>
    <message>
        <source>&amp;Yes, release it unfinished; it will say so</source>
        <translation>&amp;Да, выпустить незаконченным; он так и скажет</translation>
    </message>
    <message>
        <source>&amp;Check a release…</source>
        <translation>&amp;Проверить выпуск…</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>&amp;Жребий</translation>
    </message>
    <message>
        <source>Keep toge&amp;ther by</source>
        <translation>&amp;Не разделять по</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Лицензия</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>П&amp;апка</translation>
    </message>
    <message>
        <source>Folder for the release</source>
        <translation>Папка для выпуска</translation>
    </message>
    <message>
        <source>A new folder that can be published. An article keeps its split for ever.</source>
        <translation>Новая папка, которую можно опубликовать. Статья навсегда остаётся в своей части.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) can be released.</source>
        <translation>
            <numerusform>Можно выпустить %Ln статью.</numerusform>
            <numerusform>Можно выпустить %Ln статьи.</numerusform>
            <numerusform>Можно выпустить %Ln статей.</numerusform>
        </translation>
    </message>
    <message>
        <source>This gold is not finished.</source>
        <translation>Это золото ещё не готово.</translation>
    </message>
    <message>
        <source>Still to be settled: {count} disagreements in {articles} articles ({details}).</source>
        <translation>Осталось уладить: расхождений — {count}, статей — {articles} ({details}).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) whose gold nobody has finished.</source>
        <translation>
            <numerusform>%Ln статья, золото которой никто не закончил.</numerusform>
            <numerusform>%Ln статьи, золото которых никто не закончил.</numerusform>
            <numerusform>%Ln статей, золото которых никто не закончил.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: no gold, though somebody has finished them.</source>
        <translation>
            <numerusform>%Ln статья не войдёт: золота нет, хотя кто-то её закончил.</numerusform>
            <numerusform>%Ln статьи не войдут: золота нет, хотя кто-то их закончил.</numerusform>
            <numerusform>%Ln статей не войдут: золота нет, хотя кто-то их закончил.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: no gold.</source>
        <translation>
            <numerusform>%Ln статья не войдёт: нет золота.</numerusform>
            <numerusform>%Ln статьи не войдут: нет золота.</numerusform>
            <numerusform>%Ln статей не войдут: нет золота.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) left out: nearly the same as articles of several splits.</source>
        <translation>
            <numerusform>%Ln статья не войдёт: почти та же, что статьи из разных частей.</numerusform>
            <numerusform>%Ln статьи не войдут: почти те же, что статьи из разных частей.</numerusform>
            <numerusform>%Ln статей не войдут: почти те же, что статьи из разных частей.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation set(s) left out: not finished.</source>
        <translation>
            <numerusform>%Ln набор разметки не войдёт: не закончен.</numerusform>
            <numerusform>%Ln набора разметки не войдут: не закончены.</numerusform>
            <numerusform>%Ln наборов разметки не войдут: не закончены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) with gold of several curators; one of them is taken.</source>
        <translation>
            <numerusform>%Ln статья с золотом нескольких кураторов; берётся одно.</numerusform>
            <numerusform>%Ln статьи с золотом нескольких кураторов; берётся одно.</numerusform>
            <numerusform>%Ln статей с золотом нескольких кураторов; берётся одно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of articles that say nearly the same stay together.</source>
        <translation>
            <numerusform>%Ln пара почти одинаковых статей остаётся вместе.</numerusform>
            <numerusform>%Ln пары почти одинаковых статей остаются вместе.</numerusform>
            <numerusform>%Ln пар почти одинаковых статей остаются вместе.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) get their split now.</source>
        <translation>
            <numerusform>%Ln статья получает свою часть сейчас.</numerusform>
            <numerusform>%Ln статьи получают свою часть сейчас.</numerusform>
            <numerusform>%Ln статей получают свою часть сейчас.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a licence nobody may use it; the card will say that one is to be chosen.</source>
        <translation>Без лицензии никто не вправе им пользоваться; карточка скажет, что её ещё предстоит выбрать.</translation>
    </message>
    <message>
        <source>Written. Now it is being checked…</source>
        <translation>Записано. Теперь идёт проверка…</translation>
    </message>
    <message>
        <source>{files} files, {size} kB</source>
        <translation>Файлов: {files}, {size} кБ</translation>
    </message>
    <message numerus="yes">
        <source>Annotators' names stand in %Ln place(s) of articles, which stay as they are.</source>
        <translation>
            <numerusform>Имена разметчиков встречаются в статьях в %Ln месте и остаются как есть.</numerusform>
            <numerusform>Имена разметчиков встречаются в статьях в %Ln местах и остаются как есть.</numerusform>
            <numerusform>Имена разметчиков встречаются в статьях в %Ln местах и остаются как есть.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written, but something is wrong with it:</source>
        <translation>Записано, но с ним что-то не так:</translation>
    </message>
    <message>
        <source>Written and checked: all is as it should be.</source>
        <translation>Записано и проверено: всё в порядке.</translation>
    </message>
    <message>
        <source>Stopped; nothing was released.</source>
        <translation>Остановлено; ничего не выпущено.</translation>
    </message>
</context>
<context>
    <name>RepeatPanel</name>
    <message>
        <source>Looking through the project…</source>
        <translation>Поиск по проекту…</translation>
    </message>
    <message>
        <source>is “{label}” now</source>
        <translation>сейчас «{label}»</translation>
    </message>
    <message>
        <source>part of the same: “{quote}”</source>
        <translation>часть того же: «{quote}»</translation>
    </message>
    <message>
        <source>written apart</source>
        <translation>написано раздельно</translation>
    </message>
    <message>
        <source>the article is finished</source>
        <translation>статья закончена</translation>
    </message>
    <message>
        <source>the article was skipped</source>
        <translation>статья пропущена</translation>
    </message>
    <message>
        <source>others annotate this article</source>
        <translation>статью размечают другие</translation>
    </message>
    <message>
        <source>“{quote}” as “{label}”: {ticked} of {count} places ticked. Enter labels them, Space ticks, Ctrl+A ticks all or none, Esc goes back.</source>
        <translation>«{quote}» → «{label}»: отмечено {ticked} из {count}. Enter — разметить, Space — отметить или снять, Ctrl+A — все или ни одного, Esc — назад.</translation>
    </message>
    <message>
        <source>Looking through the project… {percent}</source>
        <translation>Поиск по проекту… {percent}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Отменено: {what}</translation>
    </message>
    <message>
        <source>Why? The reason goes with your next decision.</source>
        <translation>Почему? Причина сохранится с вашим следующим решением.</translation>
    </message>
    <message>
        <source>Whose answers are to be gold in this whole article?</source>
        <translation>Чьи ответы станут золотом во всей статье?</translation>
    </message>
    <message>
        <source>You have annotated this article yourself.</source>
        <translation>Эту статью размечали и вы сами.</translation>
    </message>
    <message>
        <source>The next decision settles all {count} places.</source>
        <translation>Следующее решение закроет все места: {count}.</translation>
    </message>
    <message>
        <source>The same is asked in {count} places; {key} settles them together.</source>
        <translation>То же спрашивается в местах: {count}; {key} решит их вместе.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Причина: {reason}</translation>
    </message>
    <message>
        <source>{left} of {of} left in this article, {total} in all</source>
        <translation>В этой статье осталось {left} из {of}, всего {total}</translation>
    </message>
    <message>
        <source>No question is like that. Esc shows all.</source>
        <translation>Таких вопросов нет. Esc покажет все.</translation>
    </message>
    <message>
        <source>There is nothing to adjudicate yet. At least two people must have finished an article.</source>
        <translation>Пока нечего решать. Статью должны закончить хотя бы двое.</translation>
    </message>
    <message>
        <source>Nothing is left to decide. {key} puts into gold what everybody agrees on.</source>
        <translation>Решать больше нечего. {key} внесёт в золото то, в чём все согласны.</translation>
    </message>
    <message>
        <source>Done: nothing is left to settle. Gold is complete.</source>
        <translation>Готово: вопросов не осталось, золото полно.</translation>
    </message>
    <message>
        <source>{key} shows it in its article.</source>
        <translation>{key} показывает его в статье.</translation>
    </message>
    <message>
        <source>The articles are being compared… {done} of {total}</source>
        <translation>Статьи сравниваются… {done} из {total}</translation>
    </message>
    <message>
        <source>The articles are being compared…</source>
        <translation>Статьи сравниваются…</translation>
    </message>
    <message>
        <source>What all agree on waits to be put into gold in {count} articles. {key} does it now.</source>
        <translation>В статьях ({count}) то, в чём все согласны, ещё не в золоте. {key} внесёт это сейчас.</translation>
    </message>
    <message>
        <source>“{title}” is done.</source>
        <translation>«{title}» готова.</translation>
    </message>
    <message>
        <source>Own answer</source>
        <translation>Свой ответ</translation>
    </message>
    <message>
        <source>Defer</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Пояснение</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>В статье</translation>
    </message>
    <message>
        <source>Comment on your next decision</source>
        <translation>Пояснение к следующему решению</translation>
    </message>
    <message>
        <source>Article with everybody's answers</source>
        <translation>Статья с ответами всех</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>not confirmed: {value}</source>
        <translation>не подтверждено: {value}</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Guidelines</source>
        <translation>Правила разметки</translation>
    </message>
    <message>
        <source>{key} or {escape} puts this away.</source>
        <translation>{key} или {escape} закрывает это окно.</translation>
    </message>
    <message>
        <source>Retired: it is given no more.</source>
        <translation>Выведена: больше не ставится.</translation>
    </message>
    <message>
        <source>The guidelines have no section about this label.</source>
        <translation>В правилах нет раздела об этой метке.</translation>
    </message>
</context>
<context>
    <name>SchemaDialog</name>
    <message>
        <source>Labels and attributes</source>
        <translation>Метки и признаки</translation>
    </message>
    <message>
        <source>Change the schema</source>
        <translation>Изменить схему</translation>
    </message>
    <message>
        <source>What is in use is being counted…</source>
        <translation>Подсчитывается, что используется…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Слить с</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Only what was added just now can be removed; all else is retired.</source>
        <translation>Убрать можно только добавленное сейчас; остальное выводится.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Вывести</translation>
    </message>
    <message>
        <source>This project is open for reading only; its schema cannot be changed.</source>
        <translation>Проект открыт только для чтения, его схему изменить нельзя.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>It is being worked out what the annotations need…</source>
        <translation>Выясняется, что нужно разметке…</translation>
    </message>
    <message>
        <source>{count} annotations follow.</source>
        <translation>Изменится вслед случаев: {count}.</translation>
    </message>
    <message>
        <source>{count} stay as they are, since the same is there already: {places}</source>
        <translation>Останется как есть, потому что такое там уже стоит: {count} ({places})</translation>
    </message>
    <message>
        <source>{count} from other files stay and are read as what they became.</source>
        <translation>Из других файлов остаётся и читается по-новому: {count}.</translation>
    </message>
</context>
<context>
    <name>SchemaField</name>
    <message>
        <source>Schema</source>
        <translation>Схема</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Из &amp;файла…</translation>
    </message>
    <message>
        <source>{name} (comes with Peyman)</source>
        <translation>{name} (встроенная)</translation>
    </message>
    <message>
        <source>Schemas ({pattern})</source>
        <translation>Схемы ({pattern})</translation>
    </message>
    <message>
        <source>Schema file</source>
        <translation>Файл схемы</translation>
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
        <translation>Метки и признаки</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Есть</translation>
    </message>
    <message>
        <source>{name} (merged into {into})</source>
        <translation>{name} (слито с {into})</translation>
    </message>
    <message>
        <source>{name} (retired)</source>
        <translation>{name} (выведено)</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>gold</source>
        <translation>эталон</translation>
    </message>
    <message>
        <source>“{label}” on {count} places in {articles} articles</source>
        <translation>«{label}»: мест — {count}, статей — {articles}</translation>
    </message>
    <message>
        <source>Deletes {count} annotations in {articles} articles</source>
        <translation>Удаление: аннотаций — {count}, статей — {articles}</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Ничего не изменится</translation>
    </message>
    <message>
        <source>{count} are so already</source>
        <translation>уже так: {count}</translation>
    </message>
    <message>
        <source>{count} cannot: {reason}</source>
        <translation>нельзя: {count}. {reason}</translation>
    </message>
    <message>
        <source>{count} of others or other layers are left alone</source>
        <translation>чужие или другого слоя, не тронем: {count}</translation>
    </message>
    <message>
        <source>Enter does it, Esc does not.</source>
        <translation>Enter — выполнить, Esc — нет.</translation>
    </message>
    <message>
        <source>{count} places changed. Ctrl+Z takes it all back.</source>
        <translation>Изменено мест: {count}. Ctrl+Z отменяет всё сразу.</translation>
    </message>
    <message>
        <source>Words, "a phrase", beginn*</source>
        <translation>Слова, «фраза», начал*</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>Поиск по проекту</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Найденные места</translation>
    </message>
    <message>
        <source>Label what is ticked</source>
        <translation>Разметить отмеченное</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Единообразие</translation>
    </message>
    <message>
        <source>Words are found however they are written: joined or apart, with Arabic or Persian letters and digits.</source>
        <translation>Слова находятся в любом написании: слитно или раздельно, арабскими или персидскими буквами и цифрами, с е или ё.</translation>
    </message>
    <message>
        <source>{count} places in {articles} articles</source>
        <translation>Мест: {count}, статей: {articles}</translation>
    </message>
    <message>
        <source>only the first {count} are listed</source>
        <translation>показаны первые {count}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Enter goes there, Space ticks; the key of a label labels what is ticked.</source>
        <translation>Enter — перейти, Space — отметить или снять; клавиша метки размечает всё отмеченное.</translation>
    </message>
    <message>
        <source>Enter goes there.</source>
        <translation>Enter — перейти.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>По &amp;умолчанию</translation>
    </message>
</context>
<context>
    <name>SpanCard</name>
    <message>
        <source>Line {line}, characters {start}–{end}</source>
        <translation>Строка {line}, знаки {start}–{end}</translation>
    </message>
    <message>
        <source>in {count} pieces</source>
        <translation>частей: {count}</translation>
    </message>
    <message>
        <source>suggested by {origin}</source>
        <translation>подсказано: {origin}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Атрибуты</translation>
    </message>
    <message>
        <source>Confirm what is offered, and fill in the usual values where there is none yet (D)</source>
        <translation>Подтвердить предложенное и вписать обычные значения, где их ещё нет (D)</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Заполнить</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>Его роль</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>one; two; three</source>
        <translation>один; два; три</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>It goes by itself, with a click or with (Esc).</source>
        <translation>Исчезнет само, по щелчку или по (Esc).</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>and {count} older ones</source>
        <translation>и ещё {count} более старых</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Mark who is named in Persian and Russian news, and who promised what to whom. Works offline.</source>
        <translation>Отмечайте, кто назван в персидских и русских новостях и кто что кому обещал. Работает без сети.</translation>
    </message>
    <message>
        <source>pact</source>
        <translation>«пейман» — договор</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>Start with your own articles</source>
        <translation>Начать со своими статьями</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Открыть проект</translation>
    </message>
    <message>
        <source>Go on where you left off</source>
        <translation>Продолжить с того же места</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Учебный проект</translation>
    </message>
    <message>
        <source>Five articles to try things on</source>
        <translation>Пять статей, чтобы попробовать</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>A project file can also be dropped here.</source>
        <translation>Файл проекта можно перетащить сюда.</translation>
    </message>
</context>
<context>
    <name>WorkAsDialog</name>
    <message>
        <source>Who works now</source>
        <translation>Кто сейчас работает</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>Who works now?</source>
        <translation>Кто сейчас работает?</translation>
    </message>
    <message>
        <source>From now on, what is labelled is kept under this name; nothing else changes.</source>
        <translation>Отныне разметка хранится под этим именем; больше ничего не меняется.</translation>
    </message>
    <message>
        <source>A new name: nobody called so has annotations here yet.</source>
        <translation>Новое имя: разметки под ним здесь ещё нет.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>О&amp;становить</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>Показать &amp;папку</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Остановлено; ничего не изменилось.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Project</source>
        <translation>Проект</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Moving in the text</source>
        <translation>Перемещение по тексту</translation>
    </message>
    <message>
        <source>Selecting</source>
        <translation>Выделение</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Фрагменты</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Обязательства</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Register of commitments</source>
        <translation>Реестр обязательств</translation>
    </message>
    <message>
        <source>Agreement and feedback</source>
        <translation>Согласие и отзыв</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Правила разметки</translation>
    </message>
    <message>
        <source>Adjudicating</source>
        <translation>Решение расхождений</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Новый проект…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Открыть проект…</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Импортировать статьи…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>Deal out articles…</source>
        <translation>Раздать статьи…</translation>
    </message>
    <message>
        <source>Release the gold…</source>
        <translation>Выпустить золото…</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>Сдать работу…</translation>
    </message>
    <message>
        <source>Merge files…</source>
        <translation>Слить файлы…</translation>
    </message>
    <message>
        <source>Figures and settings of the project…</source>
        <translation>Показатели и настройки проекта…</translation>
    </message>
    <message>
        <source>Labels and attributes…</source>
        <translation>Метки и признаки…</translation>
    </message>
    <message>
        <source>Work as…</source>
        <translation>Работать как…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Следующая статья</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Предыдущая статья</translation>
    </message>
    <message>
        <source>Finish and go on</source>
        <translation>Закончить и перейти дальше</translation>
    </message>
    <message>
        <source>The last edits</source>
        <translation>Последние правки</translation>
    </message>
    <message>
        <source>Skip the article</source>
        <translation>Пропустить статью</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Отобрать в очереди</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>Найти в статье…</translation>
    </message>
    <message>
        <source>In the queue: open the article</source>
        <translation>В очереди: открыть статью</translation>
    </message>
    <message>
        <source>Token to the left</source>
        <translation>На слово влево</translation>
    </message>
    <message>
        <source>Token to the right</source>
        <translation>На слово вправо</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>На строку вверх</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>На строку вниз</translation>
    </message>
    <message>
        <source>Sentence to the left</source>
        <translation>На предложение влево</translation>
    </message>
    <message>
        <source>Sentence to the right</source>
        <translation>На предложение вправо</translation>
    </message>
    <message>
        <source>Start of the line</source>
        <translation>В начало строки</translation>
    </message>
    <message>
        <source>End of the line</source>
        <translation>В конец строки</translation>
    </message>
    <message>
        <source>Start of the article</source>
        <translation>В начало статьи</translation>
    </message>
    <message>
        <source>End of the article</source>
        <translation>В конец статьи</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>На страницу вверх</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>На страницу вниз</translation>
    </message>
    <message>
        <source>Select a token to the left</source>
        <translation>Выделить слово влево</translation>
    </message>
    <message>
        <source>Select a token to the right</source>
        <translation>Выделить слово вправо</translation>
    </message>
    <message>
        <source>Select a line up</source>
        <translation>Выделить строку вверх</translation>
    </message>
    <message>
        <source>Select a line down</source>
        <translation>Выделить строку вниз</translation>
    </message>
    <message>
        <source>Select a sentence to the left</source>
        <translation>Выделить предложение влево</translation>
    </message>
    <message>
        <source>Select a sentence to the right</source>
        <translation>Выделить предложение вправо</translation>
    </message>
    <message>
        <source>Select to the start of the line</source>
        <translation>Выделить до начала строки</translation>
    </message>
    <message>
        <source>Select to the end of the line</source>
        <translation>Выделить до конца строки</translation>
    </message>
    <message>
        <source>Select a letter to the left</source>
        <translation>Выделить букву влево</translation>
    </message>
    <message>
        <source>Select a letter to the right</source>
        <translation>Выделить букву вправо</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>Выделить предложение</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Копировать выделенный текст</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Снять выделение</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Next suggestion; when there is none, next span</source>
        <translation>Следующая подсказка; если нет, следующий фрагмент</translation>
    </message>
    <message>
        <source>Previous suggestion or span</source>
        <translation>Предыдущая подсказка или фрагмент</translation>
    </message>
    <message>
        <source>Take the suggestion (a label's key: as that label)</source>
        <translation>Принять подсказку (клавиша метки: с этой меткой)</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>Отклонить подсказку</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>Следующий фрагмент</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>Предыдущий фрагмент</translation>
    </message>
    <message>
        <source>Span under the cursor; again: the next inner or outer one</source>
        <translation>Фрагмент под курсором; ещё раз: следующий вложенный или объемлющий</translation>
    </message>
    <message>
        <source>Attributes of the span</source>
        <translation>Атрибуты фрагмента</translation>
    </message>
    <message>
        <source>Start of the span outwards</source>
        <translation>Начало фрагмента наружу</translation>
    </message>
    <message>
        <source>Start of the span inwards</source>
        <translation>Начало фрагмента внутрь</translation>
    </message>
    <message>
        <source>End of the span outwards</source>
        <translation>Конец фрагмента наружу</translation>
    </message>
    <message>
        <source>End of the span inwards</source>
        <translation>Конец фрагмента внутрь</translation>
    </message>
    <message>
        <source>Start of the span outwards by a letter</source>
        <translation>Начало фрагмента на букву наружу</translation>
    </message>
    <message>
        <source>Start of the span inwards by a letter</source>
        <translation>Начало фрагмента на букву внутрь</translation>
    </message>
    <message>
        <source>End of the span outwards by a letter</source>
        <translation>Конец фрагмента на букву наружу</translation>
    </message>
    <message>
        <source>End of the span inwards by a letter</source>
        <translation>Конец фрагмента на букву внутрь</translation>
    </message>
    <message>
        <source>Delete the span</source>
        <translation>Удалить фрагмент</translation>
    </message>
    <message>
        <source>Note on the span, or on the article</source>
        <translation>Заметка к фрагменту или к статье</translation>
    </message>
    <message>
        <source>Doubt about the span, or the article</source>
        <translation>Сомнение о фрагменте или о статье</translation>
    </message>
    <message>
        <source>The same label on the same words in this article…</source>
        <translation>Та же метка тем же словам в этой статье…</translation>
    </message>
    <message>
        <source>The same label on the same words in the whole project…</source>
        <translation>Та же метка тем же словам во всём проекте…</translation>
    </message>
    <message>
        <source>Pick a value: calendar, people, names</source>
        <translation>Выбрать значение: календарь, люди, имена</translation>
    </message>
    <message>
        <source>Commitment from the selection or the sentence</source>
        <translation>Обязательство из выделения или предложения</translation>
    </message>
    <message>
        <source>Confirm what is offered, fill in the defaults</source>
        <translation>Подтвердить предложенное, вписать обычные значения</translation>
    </message>
    <message>
        <source>Role: take the selected text</source>
        <translation>Роль: взять выделенный текст</translation>
    </message>
    <message>
        <source>Role: leave it empty</source>
        <translation>Роль: оставить пустой</translation>
    </message>
    <message>
        <source>Form: next field</source>
        <translation>Форма: следующее поле</translation>
    </message>
    <message>
        <source>Form: previous field</source>
        <translation>Форма: предыдущее поле</translation>
    </message>
    <message>
        <source>Form: confirm and fill in the defaults</source>
        <translation>Форма: подтвердить и вписать обычные значения</translation>
    </message>
    <message>
        <source>Form: calendar or list of the field</source>
        <translation>Форма: календарь или список поля</translation>
    </message>
    <message>
        <source>Form: date of the article</source>
        <translation>Форма: дата статьи</translation>
    </message>
    <message>
        <source>Form: back to the text</source>
        <translation>Форма: назад к тексту</translation>
    </message>
    <message>
        <source>Take an answer: its number</source>
        <translation>Принять ответ: его номер</translation>
    </message>
    <message>
        <source>Gold has nothing here</source>
        <translation>В золоте здесь ничего</translation>
    </message>
    <message>
        <source>An answer of one's own</source>
        <translation>Свой ответ на вопрос</translation>
    </message>
    <message>
        <source>Put the question aside</source>
        <translation>Отложить вопрос</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Взять последнее решение назад</translation>
    </message>
    <message>
        <source>Reason for the decision: its number</source>
        <translation>Причина решения: её номер</translation>
    </message>
    <message>
        <source>Comment on the decision</source>
        <translation>Пояснение к решению</translation>
    </message>
    <message>
        <source>Settle all places where the same is asked</source>
        <translation>Решить вместе все места с тем же вопросом</translation>
    </message>
    <message>
        <source>One annotator's answers for the whole article</source>
        <translation>Ответы одного разметчика для всей статьи</translation>
    </message>
    <message>
        <source>Put into gold what everybody agrees on</source>
        <translation>Внести в золото то, в чём все согласны</translation>
    </message>
    <message>
        <source>Show the place in the gold of its article</source>
        <translation>Показать это место в золоте статьи</translation>
    </message>
    <message>
        <source>Filter the questions</source>
        <translation>Отобрать вопросы</translation>
    </message>
    <message>
        <source>Back to the list; again: show all questions</source>
        <translation>К списку; ещё раз: показать все вопросы</translation>
    </message>
    <message>
        <source>Show the commitment in its article</source>
        <translation>Показать обязательство в статье</translation>
    </message>
    <message>
        <source>Filter the commitments</source>
        <translation>Отфильтровать обязательства</translation>
    </message>
    <message>
        <source>Show all commitments</source>
        <translation>Показать все обязательства</translation>
    </message>
    <message>
        <source>Write the commitments to a file…</source>
        <translation>Записать обязательства в файл…</translation>
    </message>
    <message>
        <source>Sort by a column: its number</source>
        <translation>Сортировать по столбцу: его номер</translation>
    </message>
    <message>
        <source>Measure again, or stop measuring</source>
        <translation>Измерить заново или остановить</translation>
    </message>
    <message>
        <source>Compare others: with one another, with gold</source>
        <translation>Сравнить других: между собой, с эталоном</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Следующий слой</translation>
    </message>
    <message>
        <source>On a cell: list its examples</source>
        <translation>На ячейке: её примеры</translation>
    </message>
    <message>
        <source>Back: to the chart, to the list of charts</source>
        <translation>Назад: к диаграмме, к их списку</translation>
    </message>
    <message>
        <source>Write the chart to a file…</source>
        <translation>Записать диаграмму в файл…</translation>
    </message>
    <message>
        <source>Write all charts as a report…</source>
        <translation>Записать все диаграммы отчётом…</translation>
    </message>
    <message>
        <source>Write the annotator's feedback sheet…</source>
        <translation>Записать листок с отзывом разметчику…</translation>
    </message>
    <message>
        <source>Open a feedback sheet…</source>
        <translation>Открыть листок с отзывом…</translation>
    </message>
    <message>
        <source>Write the feedback sheet as a page…</source>
        <translation>Записать листок с отзывом страницей…</translation>
    </message>
    <message>
        <source>What the label is for</source>
        <translation>Для чего эта метка</translation>
    </message>
    <message>
        <source>Write the guidelines</source>
        <translation>Писать правила</translation>
    </message>
    <message>
        <source>Keep what was written</source>
        <translation>Сохранить написанное</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Разметка</translation>
    </message>
    <message>
        <source>Adjudicate</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>Поиск по проекту</translation>
    </message>
    <message>
        <source>Check for consistent labelling</source>
        <translation>Проверить единообразие меток</translation>
    </message>
    <message>
        <source>In the list: go to the place</source>
        <translation>В списке: перейти к месту</translation>
    </message>
    <message>
        <source>In the list: tick, or take the tick away</source>
        <translation>В списке: отметить или снять отметку</translation>
    </message>
    <message>
        <source>In the list: tick all, or none</source>
        <translation>В списке: отметить все или ни одного</translation>
    </message>
    <message>
        <source>In the list: delete what is ticked</source>
        <translation>В списке: удалить отмеченное</translation>
    </message>
    <message>
        <source>In the check: make all alike</source>
        <translation>В проверке: сделать одинаково</translation>
    </message>
    <message>
        <source>In the check: mark as intended</source>
        <translation>В проверке: отметить как намеренное</translation>
    </message>
    <message>
        <source>In the list: back</source>
        <translation>В списке: назад</translation>
    </message>
    <message>
        <source>Agreement and progress</source>
        <translation>Согласие и ход работы</translation>
    </message>
    <message>
        <source>Feedback from the curator</source>
        <translation>Отзыв куратора</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче текст</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Lines farther apart</source>
        <translation>Увеличить интервал между строками</translation>
    </message>
    <message>
        <source>Lines closer together</source>
        <translation>Уменьшить интервал между строками</translation>
    </message>
    <message>
        <source>Longer lines</source>
        <translation>Строки длиннее</translation>
    </message>
    <message>
        <source>Shorter lines</source>
        <translation>Строки короче</translation>
    </message>
    <message>
        <source>Another font</source>
        <translation>Другой шрифт</translation>
    </message>
    <message>
        <source>Join lines broken by hand</source>
        <translation>Соединить разорванные строки</translation>
    </message>
    <message>
        <source>Only one paragraph stands out</source>
        <translation>Выделять только один абзац</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Светлая или тёмная</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Следующая панель</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Предыдущая панель</translation>
    </message>
    <message>
        <source>Show or hide the queue</source>
        <translation>Показать или скрыть очередь</translation>
    </message>
    <message>
        <source>Suggestions on or off</source>
        <translation>Включить или выключить подсказки</translation>
    </message>
    <message>
        <source>The next one’s annotations</source>
        <translation>Разметка следующего</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Показать или скрыть сведения</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во весь экран</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Все клавиши</translation>
    </message>
    <message>
        <source>About Peyman</source>
        <translation>О программе Peyman</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Проект</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Статья</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>neither side has any</source>
        <translation>ни у кого ничего нет</translation>
    </message>
    <message>
        <source>nothing was answered by two annotators</source>
        <translation>нигде нет ответов двух разметчиков</translation>
    </message>
    <message>
        <source>only one value was ever used, so chance would agree as well</source>
        <translation>использовано лишь одно значение: так совпали бы и случайные ответы</translation>
    </message>
    <message>
        <source>not everybody answered everything</source>
        <translation>не все ответили на всё</translation>
    </message>
</context>
<context>
    <name>dashboard</name>
    <message>
        <source>Headline</source>
        <translation>Главное</translation>
    </message>
    <message>
        <source>Pairs of annotators</source>
        <translation>Пары разметчиков</translation>
    </message>
    <message>
        <source>Label by label</source>
        <translation>По меткам</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Что с чем путают</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Атрибуты</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Границы</translation>
    </message>
    <message>
        <source>Against gold</source>
        <translation>Против эталона</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Темп</translation>
    </message>
    <message>
        <source>F1, same extent</source>
        <translation>F1, те же границы</translation>
    </message>
    <message>
        <source>F1, overlapping</source>
        <translation>F1, с пересечением</translation>
    </message>
    <message>
        <source>F1, whatever the label</source>
        <translation>F1 без учёта метки</translation>
    </message>
    <message>
        <source>Overlap of the extents</source>
        <translation>Перекрытие границ</translation>
    </message>
    <message>
        <source>uα, corrected for chance</source>
        <translation>uα с поправкой на случай</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Полнота</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Мера</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Why none</source>
        <translation>Почему нет</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Pairs compared</source>
        <translation>Сравнено пар</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Не учтено</translation>
    </message>
    <message>
        <source>{annotator} against gold</source>
        <translation>{annotator} против эталона</translation>
    </message>
    <message>
        <source>annotators with one another</source>
        <translation>разметчики между собой</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} – {high})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln статья</numerusform>
            <numerusform>%Ln статьи</numerusform>
            <numerusform>%Ln статей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs compared</source>
        <translation>
            <numerusform>сравнена %Ln пара</numerusform>
            <numerusform>сравнено %Ln пары</numerusform>
            <numerusform>сравнено %Ln пар</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>не учтена %Ln</numerusform>
            <numerusform>не учтено %Ln</numerusform>
            <numerusform>не учтено %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>F1, also of unmatched commitments</source>
        <translation>F1 и с непарными обязательствами</translation>
    </message>
    <message>
        <source>Does a sentence hold a commitment?</source>
        <translation>Есть ли в предложении обязательство?</translation>
    </message>
    <message>
        <source>Fields of the article</source>
        <translation>Поля статьи</translation>
    </message>
    <message>
        <source>The bar: where the figure lies in {level} of {count} resamples of the articles.</source>
        <translation>Полоса: где лежит показатель в {level} из {count} повторных выборок статей.</translation>
    </message>
    <message>
        <source>{share} of the pairs are equal</source>
        <translation>равных пар: {share}</translation>
    </message>
    <message>
        <source>Disc: same extent. Ring: overlapping.</source>
        <translation>Кружок: те же границы. Кольцо: с пересечением.</translation>
    </message>
    <message>
        <source>Control articles, without suggestions</source>
        <translation>Контрольные статьи, без подсказок</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Все остальные</translation>
    </message>
    <message>
        <source>{annotator}: {suggested} of {spans} began as suggestions</source>
        <translation>{annotator}: из подсказок {suggested} из {spans}</translation>
    </message>
    <message>
        <source>F1 of the same extent and label; the darker, the more alike.</source>
        <translation>F1: те же границы и метка; чем темнее, тем больше сходства.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Эталон</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>A cell counts the places that one called so and the other so; Enter or a click lists them. Where both have the same label, other extents are listed.</source>
        <translation>Ячейка считает места, которые один назвал так, а другой иначе; Enter или щелчок покажет их. Где метка одна, показаны разные границы.</translation>
    </message>
    <message>
        <source>called by the annotator</source>
        <translation>как назвал разметчик</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>эталон</translation>
    </message>
    <message>
        <source>{one} / {other}: {count}</source>
        <translation>{one} / {other}: {count}</translation>
    </message>
    <message>
        <source>gold {one}, annotator {other}: {count}</source>
        <translation>эталон {one}, разметчик {other}: {count}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>{edge}: {same} the same, {other} elsewhere</source>
        <translation>{edge}: совпало {same}, сдвинуто {other}</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Край</translation>
    </message>
    <message>
        <source>Tokens apart</source>
        <translation>Расстояние в словах</translation>
    </message>
    <message>
        <source>How many tokens the edges lie apart, of what stands for one place.</source>
        <translation>На сколько слов расходятся края того, что отмечено в одном месте.</translation>
    </message>
    <message>
        <source>“−” is earlier in the text than gold.</source>
        <translation>«−» — раньше в тексте, чем в эталоне.</translation>
    </message>
    <message>
        <source>{tokens} tokens apart: {count}</source>
        <translation>расстояние {tokens}: {count}</translation>
    </message>
    <message>
        <source>{finished} of {total} finished</source>
        <translation>закончено {finished} из {total}</translation>
    </message>
    <message>
        <source>{begun} in progress · {skipped} skipped</source>
        <translation>в работе {begun} · пропущено {skipped}</translation>
    </message>
    <message>
        <source>Dealt out</source>
        <translation>Роздано</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Закончено</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>As far as it is in this file: what was handed in and merged.</source>
        <translation>Насколько это есть в этом файле: сданное и объединённое.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>Columns: articles finished. Line: time at work, told from the edits where it was not measured here.</source>
        <translation>Столбцы: законченные статьи. Линия: время работы; где его не измеряли здесь, оно оценено по правкам.</translation>
    </message>
    <message>
        <source>{day}: {finished} finished, {time}</source>
        <translation>{day}: закончено {finished}, {time}</translation>
    </message>
    <message>
        <source>{finished} finished in {time}</source>
        <translation>закончено {finished} за {time}</translation>
    </message>
    <message>
        <source>one annotator</source>
        <translation>один разметчик</translation>
    </message>
    <message>
        <source>the other</source>
        <translation>другой</translation>
    </message>
</context>
<context>
    <name>doubts</name>
    <message>
        <source>Unsure</source>
        <translation>Не уверен</translation>
    </message>
    <message>
        <source>Which label?</source>
        <translation>Какая метка?</translation>
    </message>
    <message>
        <source>Which kind of commitment?</source>
        <translation>Какой вид обязательства?</translation>
    </message>
    <message>
        <source>Is it one at all?</source>
        <translation>Есть ли оно вообще?</translation>
    </message>
    <message>
        <source>Which canonical name?</source>
        <translation>Какое каноническое имя?</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>label</source>
        <translation>метка</translation>
    </message>
    <message>
        <source>change of label</source>
        <translation>смена метки</translation>
    </message>
    <message>
        <source>change of extent</source>
        <translation>смена границ</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>атрибуты</translation>
    </message>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>сомнение</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>удаление</translation>
    </message>
    <message>
        <source>role</source>
        <translation>роль</translation>
    </message>
    <message>
        <source>field of the article</source>
        <translation>поле статьи</translation>
    </message>
    <message>
        <source>state of the article</source>
        <translation>состояние статьи</translation>
    </message>
    <message>
        <source>label everywhere</source>
        <translation>метка везде</translation>
    </message>
    <message>
        <source>label on many places</source>
        <translation>метка во многих местах</translation>
    </message>
    <message>
        <source>deletion of many annotations</source>
        <translation>удаление многих аннотаций</translation>
    </message>
    <message>
        <source>the same words labelled alike</source>
        <translation>единая метка для тех же слов</translation>
    </message>
    <message>
        <source>suggestion taken</source>
        <translation>принятие подсказки</translation>
    </message>
    <message>
        <source>suggestion taken with another label</source>
        <translation>принятие подсказки с другой меткой</translation>
    </message>
    <message>
        <source>suggestion rejected</source>
        <translation>отклонение подсказки</translation>
    </message>
    <message>
        <source>details of the article</source>
        <translation>сведения о статье</translation>
    </message>
    <message>
        <source>settings of the project</source>
        <translation>настройки проекта</translation>
    </message>
    <message>
        <source>labels and attributes</source>
        <translation>метки и признаки</translation>
    </message>
    <message>
        <source>difference marked as intended</source>
        <translation>пометка намеренного различия</translation>
    </message>
    <message>
        <source>automatic decisions</source>
        <translation>автоматические решения</translation>
    </message>
    <message>
        <source>import</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>слияние</translation>
    </message>
    <message>
        <source>articles dealt out</source>
        <translation>раздача статей</translation>
    </message>
    <message>
        <source>splits of the release</source>
        <translation>части выпуска</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>решение</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>There is no display to open the window on. Start Peyman in a graphical session, or see “peyman -h”.</source>
        <translation>Нет экрана, чтобы открыть окно. Запустите Peyman в графическом сеансе или посмотрите «peyman -h».</translation>
    </message>
    <message>
        <source>The window cannot be opened: {reason}. Install what is missing (see README).</source>
        <translation>Окно не открывается: {reason}. Установите недостающее (см. README).</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>Standard output cannot hold both the export and the JSON object. Export to a file, or leave out --json.</source>
        <translation>Стандартный вывод не вместит и экспорт, и объект JSON. Экспортируйте в файл или уберите --json.</translation>
    </message>
    <message>
        <source>No article in “{path}” is called “{name}”. Leave out --document to see the names of all.</source>
        <translation>В «{path}» нет статьи «{name}». Уберите --document, чтобы увидеть названия всех.</translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({reason}). Set {variable}=1 to see where, and report it.</source>
        <translation>Случилось непредвиденное ({reason}). Задайте {variable}=1, чтобы увидеть где, и сообщите об этом.</translation>
    </message>
    <message>
        <source>{annotator} has not finished “{document}”, so it cannot be accepted as a whole.</source>
        <translation>{annotator} ещё не завершил(а) «{document}», поэтому принять эту работу целиком нельзя.</translation>
    </message>
    <message>
        <source>No article was finished by two of these annotators, or by one beside a finished gold: there is nothing to compare. Merge their work and finish it first. Annotators here: {names}.</source>
        <translation>Ни одна статья не закончена двумя из этих разметчиков или одним рядом с законченным эталоном: сравнивать нечего. Сначала объедините и закончите их работу. Разметчики: {names}.</translation>
    </message>
    <message>
        <source>“{name}” of “{path}” is “{here}” here, and annotations are shown under that name. Undo that merge, and merge again with another name.</source>
        <translation>«{name}» из «{path}» здесь зовётся «{here}», и аннотации показаны под этим именем. Отмените то слияние и повторите его с другим именем.</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: the span {span} ({start}–{end}) does not quote its text.</source>
        <translation>«{document}», {annotator}: фрагмент {span} ({start}–{end}) не совпадает со своим текстом.</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: {count} annotations carry “{layer}/{label}”, unknown to the schema.</source>
        <translation>«{document}», {annotator}: метка «{layer}/{label}» неизвестна схеме, случаев: {count}.</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: {reason}</source>
        <translation>«{document}», {annotator}: {reason}</translation>
    </message>
    <message>
        <source>“{document}”, {annotator}: a role “{label}” does not lead from a commitment to a span.</source>
        <translation>«{document}», {annotator}: роль «{label}» не ведёт от обязательства к фрагменту.</translation>
    </message>
    <message>
        <source>“{where}” holds no text. Leave it out.</source>
        <translation>В «{where}» нет текста. Не берите его.</translation>
    </message>
    <message>
        <source>“{where}” is longer than {megabytes} MB, too long for one article. Split it.</source>
        <translation>«{where}» длиннее {megabytes} МБ, для одной статьи это слишком. Разделите её.</translation>
    </message>
    <message>
        <source>“{where}”, line {line}: a NUL character, so this is no plain text or a damaged one. Save it again as plain UTF-8 text.</source>
        <translation>«{where}», строка {line}: знак NUL, значит, это не простой текст или он повреждён. Сохраните его заново как простой текст UTF-8.</translation>
    </message>
    <message>
        <source>“{where}”, line {line}: half a character (a lone surrogate). Replace it and save as UTF-8.</source>
        <translation>«{where}», строка {line}: половина знака (одиночный суррогат). Замените её и сохраните в UTF-8.</translation>
    </message>
    <message>
        <source>“{where}”, line {line}: bytes that are not UTF-8 in a text that otherwise is. Mend that line and save as UTF-8.</source>
        <translation>«{where}», строка {line}: байты не в UTF-8 в тексте, который в остальном в UTF-8. Исправьте строку и сохраните в UTF-8.</translation>
    </message>
    <message>
        <source>“{where}” is no plain text, or in an encoding that cannot be told. Save it as UTF-8.</source>
        <translation>«{where}» — не простой текст, или его кодировку не узнать. Сохраните в UTF-8.</translation>
    </message>
    <message>
        <source>“{where}” cannot be read as {encoding} without loss. Save it as UTF-8.</source>
        <translation>«{where}» нельзя прочитать как {encoding} без потерь. Сохраните в UTF-8.</translation>
    </message>
    <message>
        <source>“{where}” cannot be read: there is no encoding named {encoding}. Name another.</source>
        <translation>«{where}» не прочитать: кодировки {encoding} нет. Назовите другую.</translation>
    </message>
    <message>
        <source>This changed in the meantime and was left as it is. Look at it again and repeat the step.</source>
        <translation>Это тем временем изменилось и оставлено как есть. Посмотрите ещё раз и повторите шаг.</translation>
    </message>
    <message>
        <source>There is no text at {start}–{end} to label. Select some text.</source>
        <translation>На месте {start}–{end} нет текста для метки. Выделите текст.</translation>
    </message>
    <message>
        <source>“{quote}” would cross “{other}”. Spans of this layer may lie inside one another but not cross: change one of the ends.</source>
        <translation>«{quote}» пересечёт «{other}». Фрагменты этого слоя могут лежать один в другом, но не пересекаться: сдвиньте один из концов.</translation>
    </message>
    <message>
        <source>“{quote}” would overlap “{other}”, which this layer does not allow. Change one of the ends.</source>
        <translation>«{quote}» наложится на «{other}», а в этом слое так нельзя. Сдвиньте один из концов.</translation>
    </message>
    <message>
        <source>The fragment {start}–{end} is empty, lies outside its span, or does not come after the one before it. Choose its ends anew.</source>
        <translation>Часть {start}–{end} пуста, лежит вне своего фрагмента или не следует за предыдущей. Выберите её концы заново.</translation>
    </message>
    <message>
        <source>“{quote}” already has this label.</source>
        <translation>У «{quote}» уже есть эта метка.</translation>
    </message>
    <message>
        <source>“{quote}” already fills this role.</source>
        <translation>«{quote}» уже занимает эту роль.</translation>
    </message>
    <message>
        <source>“{quote}” is no commitment, so it has no roles. Choose a commitment first.</source>
        <translation>«{quote}» — не обязательство, ролей у него нет. Сначала выберите обязательство.</translation>
    </message>
    <message>
        <source>A commitment cannot fill a role of its own. Choose another span.</source>
        <translation>Обязательство не может занимать роль в себе самом. Выберите другой фрагмент.</translation>
    </message>
    <message>
        <source>No article that {annotator} finished has a finished gold yet, so there is nothing to say. Settle the disagreements first.</source>
        <translation>Ни у одной статьи, которую закончил {annotator}, ещё нет законченного эталона: говорить не о чем. Сначала уладьте расхождения.</translation>
    </message>
    <message>
        <source>This is no feedback sheet that this program understands ({reason}). Ask for it again.</source>
        <translation>Это не листок с отзывом, понятный этой программе ({reason}). Попросите прислать его ещё раз.</translation>
    </message>
    <message>
        <source>This sheet belongs to another project or to another annotator ({annotator}). Choose yours.</source>
        <translation>Этот листок из другого проекта или для другого разметчика ({annotator}). Выберите свой.</translation>
    </message>
    <message>
        <source>A decision puts “{label}” at {start}–{end}, where the text has nothing. Decide it again.</source>
        <translation>Решение ставит «{label}» на {start}–{end}, где в тексте ничего нет. Решите заново.</translation>
    </message>
    <message>
        <source>The role “{label}” has lost what fills it. Choose another, or decide that there is none.</source>
        <translation>У роли «{label}» пропало то, что её заполняло. Выберите другое или решите, что её нет.</translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}). Check the disk it is on.</source>
        <translation>Не удалось прочитать «{path}» ({reason}). Проверьте диск, на котором он лежит.</translation>
    </message>
    <message>
        <source>“{path}” is still open somewhere, or was not closed well ({beside} lies beside it). Close it first.</source>
        <translation>«{path}» ещё где-то открыт или был закрыт неправильно (рядом лежит {beside}). Сначала закройте его.</translation>
    </message>
    <message>
        <source>“{path}” was copied while it was open, so work may be missing. Have it handed in instead.</source>
        <translation>«{path}» скопирован, пока был открыт, и часть работы могла пропасть. Попросите сдать его как следует.</translation>
    </message>
    <message>
        <source>“{path}” is larger than {gigabytes} GB, so it was not looked at.</source>
        <translation>«{path}» больше {gigabytes} ГБ, поэтому он не проверялся.</translation>
    </message>
    <message>
        <source>“{path}” was changed by another program (“{name}” is not as Peyman makes it), so it was refused.</source>
        <translation>«{path}» изменён другой программой («{name}» не такой, каким его делает «Пейман»), поэтому отклонён.</translation>
    </message>
    <message>
        <source>“{path}” is damaged ({reason}), so it was refused. Have it handed in again.</source>
        <translation>«{path}» повреждён ({reason}) и отклонён. Попросите сдать его ещё раз.</translation>
    </message>
    <message>
        <source>In “{path}”, the text of “{document}” is not what its checksum says, so the file was refused.</source>
        <translation>В «{path}» текст «{document}» не соответствует контрольной сумме, поэтому файл отклонён.</translation>
    </message>
    <message>
        <source>In “{path}”, an annotation of “{document}” ({start}–{end}) does not quote its text; it was refused.</source>
        <translation>В «{path}» одна из аннотаций «{document}» ({start}–{end}) не совпадает с текстом; файл отклонён.</translation>
    </message>
    <message>
        <source>“{path}” holds something that cannot be read (in “{table}”), so it was refused. Have it handed in again.</source>
        <translation>В «{path}» есть то, что нельзя прочитать (в «{table}»), поэтому он отклонён. Попросите сдать его ещё раз.</translation>
    </message>
    <message>
        <source>“{path}” holds another project than its manifest says, so it was refused. Have it handed in again.</source>
        <translation>В «{path}» не тот проект, который назван в описи, поэтому он отклонён. Попросите сдать его ещё раз.</translation>
    </message>
    <message>
        <source>“{path}” is open for reading only, so nothing can be changed here.</source>
        <translation>«{path}» открыт только для чтения, изменить здесь ничего нельзя.</translation>
    </message>
    <message>
        <source>“{path}” could not be read ({reason}). Check the disk; if this stays, restore it from a copy.</source>
        <translation>«{path}» не прочитан ({reason}). Проверьте диск; если повторится, восстановите файл из копии.</translation>
    </message>
    <message>
        <source>The annotations of {annotator} on “{document}” came from another file and are changed only there. Settle differences in gold, or let {annotator} hand in a newer file.</source>
        <translation>Аннотации «{document}» ({annotator}) пришли из другого файла и меняются только там. Уладьте расхождения в эталоне или дождитесь более нового файла ({annotator}).</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}). The step was not saved; free the disk and repeat it.</source>
        <translation>«{path}» не записан ({reason}). Шаг не сохранён; освободите место на диске и повторите.</translation>
    </message>
    <message>
        <source>“{path}” is this very project. Choose the files that came back.</source>
        <translation>«{path}» — это и есть данный проект. Выберите файлы, которые вернулись.</translation>
    </message>
    <message>
        <source>“{path}” belongs to another project. Choose files that were dealt out from this one.</source>
        <translation>«{path}» относится к другому проекту. Выберите файлы, розданные из этого.</translation>
    </message>
    <message>
        <source>Nobody called “{name}” is known here, so nobody can be taken for “{name}”. There are: {names}.</source>
        <translation>Здесь не знают никого по имени «{name}», поэтому никого нельзя принять за «{name}». Есть: {names}.</translation>
    </message>
    <message>
        <source>“{path}” is not a Peyman project, or it is damaged. Choose a .peyman file.</source>
        <translation>«{path}» — не проект Peyman, или он повреждён. Выберите файл .peyman.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer Peyman. Update this program to open it; nothing was changed.</source>
        <translation>«{path}» создан более новым Peyman. Обновите программу, чтобы открыть его; ничего не изменено.</translation>
    </message>
    <message>
        <source>“{path}” was made by an older Peyman and must be brought up to date first: open it once for writing.</source>
        <translation>«{path}» создан более старым Peyman и требует обновления: откройте его один раз для записи.</translation>
    </message>
    <message>
        <source>Each annotator can be named once; “{name}” is named twice. Name the annotators to deal to.</source>
        <translation>Каждого разметчика можно назвать один раз; «{name}» назван дважды. Назовите, кому раздавать.</translation>
    </message>
    <message>
        <source>Nobody is named to deal the articles to. Name at least one annotator.</source>
        <translation>Не названо, кому раздавать статьи. Назовите хотя бы одного разметчика.</translation>
    </message>
    <message>
        <source>{overlap} annotators cannot share an article, as {count} are named. Choose from 1 to {count}.</source>
        <translation>Статью не могут делить {overlap} разметчиков: названо {count}. Выберите от 1 до {count}.</translation>
    </message>
    <message>
        <source>{share} is no share of the articles. Choose from 0 to 1.</source>
        <translation>{share} — не доля статей. Выберите от 0 до 1.</translation>
    </message>
    <message>
        <source>No article says anything about “{by}”, so they cannot be spread by it. There are: {fields}.</source>
        <translation>Ни в одной статье нет поля «{by}», поэтому по нему нельзя распределить. Есть: {fields}.</translation>
    </message>
    <message>
        <source>All articles of this project have been dealt out already. Import new ones first.</source>
        <translation>Все статьи этого проекта уже розданы. Сначала импортируйте новые.</translation>
    </message>
    <message>
        <source>The folder “{path}” could not be written ({reason}). Choose another.</source>
        <translation>Не удалось записать в папку «{path}» ({reason}). Выберите другую.</translation>
    </message>
    <message>
        <source>“{path}” was not dealt out from this project, so nothing was added to it. Choose another file.</source>
        <translation>«{path}» роздан не из этого проекта, поэтому в него ничего не добавлено. Выберите другой файл.</translation>
    </message>
    <message>
        <source>Nothing was dealt to {annotator}, who works in “{path}”. Deal something out to that name first.</source>
        <translation>Тому, кто работает в «{path}» ({annotator}), ничего не роздано. Сначала раздайте что-нибудь на это имя.</translation>
    </message>
    <message>
        <source>{annotator} works in “{path}”, not {name}, so nothing was added to it. Choose the file of {name}.</source>
        <translation>В «{path}» работает {annotator}, а не {name}, поэтому туда ничего не добавлено. Выберите файл, где работает {name}.</translation>
    </message>
    <message>
        <source>“{path}” was handed in, so it cannot be worked on any more. Choose the annotator's project file.</source>
        <translation>«{path}» уже сдан, работать в нём больше нельзя. Выберите файл проекта разметчика.</translation>
    </message>
    <message>
        <source>Everything was dealt out and is remembered, but “{path}” could not be added to ({reason}). Bring that file up to date once this is mended.</source>
        <translation>Всё роздано и записано, но дополнить «{path}» не удалось ({reason}). Устраните причину и обновите этот файл.</translation>
    </message>
    <message>
        <source>“{path}” and “{other}” are both files of {annotator}. Name one of them.</source>
        <translation>«{path}» и «{other}» — файлы одного разметчика ({annotator}). Назовите один из них.</translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Hand in to another file.</source>
        <translation>«{path}» — сам проект. Сдайте его в другой файл.</translation>
    </message>
    <message>
        <source>“{path}” could not be written ({reason}). Choose another place, and hand in again.</source>
        <translation>Не удалось записать «{path}» ({reason}). Выберите другое место и сдайте ещё раз.</translation>
    </message>
    <message>
        <source>“{path}” is there already. Choose another name.</source>
        <translation>«{path}» уже есть. Выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no project at “{path}”. Check the path.</source>
        <translation>По пути «{path}» проекта нет. Проверьте путь.</translation>
    </message>
    <message>
        <source>The folder of “{path}” does not exist. Make it first.</source>
        <translation>Папки для «{path}» нет. Сначала создайте её.</translation>
    </message>
    <message>
        <source>“{path}” is open in another window or program. Close it there first.</source>
        <translation>«{path}» открыт в другом окне или программе. Сначала закройте его там.</translation>
    </message>
    <message>
        <source>“{path}” could not be opened ({reason}). Check that you may read and write there.</source>
        <translation>«{path}» не открылся ({reason}). Проверьте, можно ли вам там читать и писать.</translation>
    </message>
    <message>
        <source>“{path}” is damaged: something in it cannot be read. Look with “peyman check”, or restore a copy.</source>
        <translation>«{path}» повреждён: что-то в нём не читается. Посмотрите командой «peyman check» или восстановите из копии.</translation>
    </message>
    <message>
        <source>“{name}” cannot be an annotator's name. Use 1 to 200 visible characters.</source>
        <translation>«{name}» не может быть именем разметчика. Возьмите от 1 до 200 видимых знаков.</translation>
    </message>
    <message>
        <source>“{name}” stands for a choice in exports, so nobody can be called so. Choose another name.</source>
        <translation>«{name}» при экспорте значит другое, поэтому так никого назвать нельзя. Выберите другое имя.</translation>
    </message>
    <message>
        <source>Nobody called “{name}” has annotations in this project. There are: {names}.</source>
        <translation>Разметки «{name}» в этом проекте нет. Есть: {names}.</translation>
    </message>
    <message>
        <source>Another article is already called “{name}”.</source>
        <translation>Другая статья уже называется «{name}».</translation>
    </message>
    <message>
        <source>“{annotator}” already has other annotations on “{document}”; they were left as they are.</source>
        <translation>У «{annotator}» уже есть другая разметка «{document}»; она оставлена как есть.</translation>
    </message>
    <message>
        <source>The file is damaged ({reason}). Restore it from a copy.</source>
        <translation>Файл повреждён ({reason}). Восстановите его из копии.</translation>
    </message>
    <message>
        <source>The text of “{document}” is not the text that was imported.</source>
        <translation>Текст «{document}» не тот, что был импортирован.</translation>
    </message>
    <message>
        <source>The table “{table}” does not match its history in {count} rows.</source>
        <translation>Таблица «{table}» расходится со своей историей, строк: {count}.</translation>
    </message>
    <message>
        <source>“{text}” is no date that can be read. Write it like “15 December 2025” or “2025-12-15”.</source>
        <translation>«{text}» не удалось прочитать как дату. Запишите её так: «15 декабря 2025» или «15.12.2025».</translation>
    </message>
    <message>
        <source>“{text}” ends before it begins. Write the earlier day first.</source>
        <translation>«{text}» кончается раньше, чем начинается. Сначала впишите более ранний день.</translation>
    </message>
    <message>
        <source>“{text}” is no single day. Write the day, the month and the year, like “15 December 2025”.</source>
        <translation>«{text}» — не один день. Впишите день, месяц и год: «15 декабря 2025».</translation>
    </message>
    <message>
        <source>“{text}” is no amount of money that can be read. Write a number and its currency.</source>
        <translation>«{text}» не удалось прочитать как сумму. Впишите число и валюту.</translation>
    </message>
    <message>
        <source>“{text}” does not say its currency. Write it behind the number: rial and toman are not the same.</source>
        <translation>В «{text}» не сказана валюта. Впишите её после числа: риал и туман — не одно и то же.</translation>
    </message>
    <message>
        <source>“{text}” is no quantity that can be read. Write a number and its unit.</source>
        <translation>«{text}» не удалось прочитать как величину. Впишите число и единицу.</translation>
    </message>
    <message>
        <source>Schema {where}: {reason}. Correct the TOML and try again.</source>
        <translation>Схема {where}: {reason}. Исправьте TOML и попробуйте снова.</translation>
    </message>
    <message>
        <source>Schema {where}, line {line}, key “{key}”: {reason}. Correct it and try again.</source>
        <translation>Схема {where}, строка {line}, ключ «{key}»: {reason}. Исправьте и попробуйте снова.</translation>
    </message>
    <message>
        <source>“{label}” is no label of the layer “{layer}” in this project's schema.</source>
        <translation>«{label}» — не метка слоя «{layer}» в схеме этого проекта.</translation>
    </message>
    <message>
        <source>“{layer}” is no layer of this project's schema.</source>
        <translation>«{layer}» — не слой схемы этого проекта.</translation>
    </message>
    <message>
        <source>“{label}” of the layer “{layer}” is retired: it stays where it is, but is given no more.</source>
        <translation>«{label}» слоя «{layer}» выведена: где стоит, там остаётся, но больше не ставится.</translation>
    </message>
    <message>
        <source>The key “{key}” belongs to “{other}” already. Choose another key, or take that one away first.</source>
        <translation>Клавиша «{key}» уже у «{other}». Выберите другую или сначала уберите её там.</translation>
    </message>
    <message>
        <source>The key “{key}” has another meaning while an article is read. Choose another key.</source>
        <translation>Клавиша «{key}» при чтении статьи значит другое. Выберите другую.</translation>
    </message>
    <message>
        <source>The schema has no “{entry}”.</source>
        <translation>В схеме нет «{entry}».</translation>
    </message>
    <message>
        <source>“{into}” is retired, so nothing can be merged into it. Restore it first, or choose another.</source>
        <translation>«{into}» выведено, слить с ним ничего нельзя. Сначала верните его или выберите другое.</translation>
    </message>
    <message>
        <source>{count} annotations would lose their “{entry}”, which this schema does not have or does not allow there. Retire it (retired = true) or merge it into another (merged_into) instead of leaving it out.</source>
        <translation>{count} размеченных мест потеряли бы «{entry}»: в этой схеме его нет или оно там не разрешено. Не убирайте его, а выведите (retired = true) или слейте с другим (merged_into).</translation>
    </message>
    <message>
        <source>A majority never decides what type of commitment something is, or its status. Name another layer, and settle commitments yourself.</source>
        <translation>Тип обязательства и его статус никогда не решаются большинством. Назовите другой слой, а обязательства решите сами.</translation>
    </message>
    <message>
        <source>{count} are no majority. Choose 2 or more.</source>
        <translation>{count} — это не большинство. Выберите 2 или больше.</translation>
    </message>
    <message>
        <source>“{path}” was damaged on its way, or is no submission at all. Have it handed in again.</source>
        <translation>«{path}» повредился в пути или вовсе не является сданной работой. Попросите сдать его ещё раз.</translation>
    </message>
    <message>
        <source>“{path}” does not hold what it says it holds ({reason}). Have it handed in again.</source>
        <translation>В «{path}» не то, что в нём заявлено ({reason}). Попросите сдать его ещё раз.</translation>
    </message>
    <message>
        <source>What was learned for suggestions in {folder} is damaged and not used. Let it be learned again.</source>
        <translation>То, что выучено для подсказок в {folder}, повреждено и не используется. Пусть выучится заново.</translation>
    </message>
    <message>
        <source>Learning what to suggest stopped: {reason}. Nothing else is affected; let it be tried again later.</source>
        <translation>Обучение подсказок остановилось: {reason}. Остальное не затронуто; попробуйте позже ещё раз.</translation>
    </message>
    <message>
        <source>Place {offset} lies outside the text. The file belongs to another text; look for the right one.</source>
        <translation>Место {offset} лежит вне текста. Файл относится к другому тексту; найдите нужный.</translation>
    </message>
    <message>
        <source>Place {offset}, counted in UTF-16 units, lies inside a character. Find out in which unit the file counts.</source>
        <translation>Место {offset} в единицах UTF-16 лежит внутри знака. Узнайте, в каких единицах считает файл.</translation>
    </message>
    <message>
        <source>The program that finds the words of Persian texts stopped. Import again; if it stops again, install Peyman anew, because its part hazm is damaged.</source>
        <translation>Программа, которая находит слова персидских текстов, остановилась. Импортируйте снова; если повторится, переустановите Peyman: повреждена его часть hazm.</translation>
    </message>
    <message>
        <source>The format “{name}” can only be imported, not exported.</source>
        <translation>Формат «{name}» можно только импортировать, но не экспортировать.</translation>
    </message>
    <message>
        <source>This project has nothing of “{which}” to export. Export “all”, or import something first.</source>
        <translation>В этом проекте нечего экспортировать из «{which}». Экспортируйте «all» или сначала импортируйте что-нибудь.</translation>
    </message>
    <message>
        <source>“{path}” is no regular file. Name a file, or a folder to import all of it.</source>
        <translation>«{path}» — не обычный файл. Назовите файл или папку, чтобы импортировать её целиком.</translation>
    </message>
    <message>
        <source>“{path}” holds no file of a format that can be imported ({known}). Choose another folder.</source>
        <translation>В «{path}» нет файлов формата, который можно импортировать ({known}). Выберите другую папку.</translation>
    </message>
    <message>
        <source>“{path}” is a link that leads out of “{folder}”, so it was not read. Name it itself to import it.</source>
        <translation>«{path}» — ссылка, ведущая за пределы «{folder}», поэтому файл не прочитан. Чтобы импортировать его, укажите его самого.</translation>
    </message>
    <message>
        <source>Standard input (“-”) cannot be imported. Save it as a file, and name that.</source>
        <translation>Стандартный ввод («-») импортировать нельзя. Сохраните его в файл и укажите этот файл.</translation>
    </message>
    <message>
        <source>No file matches “{path}”. Check the pattern.</source>
        <translation>Ни один файл не подходит под «{path}». Проверьте шаблон.</translation>
    </message>
    <message>
        <source>The format “{name}” can only be exported, not imported.</source>
        <translation>Формат «{name}» можно только экспортировать, но не импортировать.</translation>
    </message>
    <message>
        <source>No format to import from has an option “{option}”. There are: {known}. Leave it out or correct it.</source>
        <translation>Ни у одного формата для импорта нет параметра «{option}». Есть: {known}. Уберите или исправьте его.</translation>
    </message>
    <message>
        <source>“{name}” holds characters that cannot be seen or written, so it cannot name a document. Rename the file.</source>
        <translation>В «{name}» есть знаки, которые нельзя увидеть или записать, поэтому это не имя для статьи. Переименуйте файл.</translation>
    </message>
    <message>
        <source>“{file}” is no TOML ({reason}). Correct it.</source>
        <translation>«{file}» — не TOML ({reason}). Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, [{layer}], “{label}”: the schema has no such layer, or no label “{found}” in it. Correct it, as in: [entity] PERSON = "PER", or PERSON = "" to keep it aside.</source>
        <translation>«{file}», [{layer}], «{label}»: в схеме нет такого слоя или в нём нет метки «{found}». Исправьте, например: [entity] PERSON = "PER", или PERSON = "", чтобы отложить.</translation>
    </message>
    <message>
        <source>There is nothing at “{path}”. Check the path.</source>
        <translation>По пути «{path}» ничего нет. Проверьте путь.</translation>
    </message>
    <message>
        <source>“{path}” may not be read or written. Change its permissions, or choose another place.</source>
        <translation>«{path}» нельзя читать или писать. Измените права или выберите другое место.</translation>
    </message>
    <message>
        <source>The disk of “{path}” is full. Nothing was changed; free some space and try again.</source>
        <translation>Диск «{path}» заполнен. Ничего не изменено; освободите место и попробуйте снова.</translation>
    </message>
    <message>
        <source>“{path}” could not be read or written ({reason}).</source>
        <translation>«{path}» не прочитан или не записан ({reason}).</translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Export to another file.</source>
        <translation>«{path}» — это сам проект. Экспортируйте в другой файл.</translation>
    </message>
    <message>
        <source>“{path}” holds something already. Name a folder that does not exist, or an empty one.</source>
        <translation>В «{path}» уже что-то есть. Назовите папку, которой ещё нет, или пустую.</translation>
    </message>
    <message>
        <source>The format “{name}” writes several files. Name a folder instead of “{path}”.</source>
        <translation>Формат «{name}» записывает несколько файлов. Вместо «{path}» назовите папку.</translation>
    </message>
    <message>
        <source>There is no format “{name}”. Choose one of: {known}.</source>
        <translation>Формата «{name}» нет. Выберите один из: {known}.</translation>
    </message>
    <message>
        <source>“{file}” does not show its format: its name ends in none of {known}. Name the format, or rename the file.</source>
        <translation>По имени «{file}» не видно формата: оно не кончается ни на одно из {known}. Назовите формат или переименуйте файл.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {megabytes} MB, too large for one article. Split it, or leave pictures out.</source>
        <translation>«{file}» больше {megabytes} МБ — слишком много для одной статьи. Разделите файл или уберите картинки.</translation>
    </message>
    <message>
        <source>The format “{format}” has no option “{option}”. It has: {known}. Leave it out or choose one of them.</source>
        <translation>У формата «{format}» нет параметра «{option}». Есть: {known}. Уберите его или выберите один из них.</translation>
    </message>
    <message>
        <source>The option “{option}” of the format “{format}” cannot be “{value}”. Choose one of: {known}.</source>
        <translation>Параметр «{option}» формата «{format}» не может быть «{value}». Выберите одно из: {known}.</translation>
    </message>
    <message>
        <source>The format “{name}” needs {package}, which is not installed here. Run: pip install "peyman[{extra}]"</source>
        <translation>Формату «{name}» нужен пакет {package}, который здесь не установлен. Выполните: pip install "peyman[{extra}]"</translation>
    </message>
    <message>
        <source>“{file}” does not say whose its annotations are. Name the annotator, with --annotator or in the window.</source>
        <translation>«{file}» не говорит, чья это разметка. Назовите разметчика: через --annotator или в окне.</translation>
    </message>
    <message>
        <source>“{file}” has labels that this project's schema does not have: {labels}. Say in a TOML file which of ours they are, or "" to keep them aside (--map), or make a project whose schema has them.</source>
        <translation>В «{file}» есть метки, которых нет в схеме этого проекта: {labels}. Скажите в файле TOML, каким нашим они равны, или "", чтобы отложить их (--map), или создайте проект со схемой, где они есть.</translation>
    </message>
    <message>
        <source>“{file}”: the text it annotates, “{text}”, is not beside it. Put it there.</source>
        <translation>«{file}»: рядом нет размеченного текста «{text}». Положите его туда.</translation>
    </message>
    <message>
        <source>“{file}”: the text it annotates, “{text}”, is a link that leads to another folder. Put the text itself there.</source>
        <translation>«{file}»: размеченный текст «{text}» — ссылка в другую папку. Положите туда сам текст.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no annotation of brat's; expected is “{wanted}”. Correct it.</source>
        <translation>«{file}», строка {line}: «{found}» — не разметка brat; ожидается «{wanted}». Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the id “{id}” stands twice. Give each annotation its own id.</source>
        <translation>«{file}», строка {line}: идентификатор «{id}» стоит дважды. Дайте каждому свой.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: there is no “{id}” in this file. Add it or remove this line.</source>
        <translation>«{file}», строка {line}: в этом файле нет «{id}». Добавьте или уберите строку.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the event “{id}” has itself as an argument. Correct it.</source>
        <translation>«{file}», строка {line}: событие «{id}» указывает само на себя. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the note of type “Peyman” does not hold what Peyman writes. Remove it.</source>
        <translation>«{file}», строка {line}: в заметке типа «Peyman» не то, что пишет Peyman. Уберите её.</translation>
    </message>
    <message>
        <source>{count} spans of nothing but line ends are left out, with their roles</source>
        <translation>фрагменты из одних концов строк не войдут, с их ролями: {count}</translation>
    </message>
    <message>
        <source>{count} articles get a name that ends in “.txt”, as all texts of brat do</source>
        <translation>{count} статей получают имя на «.txt», как все тексты brat</translation>
    </message>
    <message>
        <source>{count} lines of the imported file are left out, because what they are about is gone</source>
        <translation>строки исходного файла не войдут, потому что того, о чём они, больше нет: {count}</translation>
    </message>
    <message>
        <source>“{file}”, {where}: {start}–{end} is no stretch of this text, which has {length} characters. Correct the offsets.</source>
        <translation>«{file}», {where}: {start}–{end} — не отрезок этого текста, в котором {length} знаков. Исправьте смещения.</translation>
    </message>
    <message>
        <source>“{file}”, {where}: at {start}–{end} the text is “{found}”, not “{quote}”. Correct the offsets or the text.</source>
        <translation>«{file}», {where}: в {start}–{end} стоит «{found}», а не «{quote}». Исправьте смещения или текст.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: byte {byte} is not UTF-8. Save the file as UTF-8 and import it again.</source>
        <translation>«{file}», строка {line}: байт {byte} не в UTF-8. Сохраните файл в UTF-8 и импортируйте снова.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: longer than {megabytes} MB. This is no such file, or a damaged one.</source>
        <translation>«{file}», строка {line}: длиннее {megabytes} МБ. Это не тот файл, или он повреждён.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: a NUL character, so this file is damaged. Restore it.</source>
        <translation>«{file}», строка {line}: знак NUL, значит, файл повреждён. Восстановите его.</translation>
    </message>
    <message>
        <source>“{file}”, {where}: the fragment {start}–{end} begins before the one before it ends. Correct it.</source>
        <translation>«{file}», {where}: часть {start}–{end} начинается раньше, чем кончается предыдущая. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}” holds several annotation sets of one article (by {people}), so they cannot all be those of “{annotator}”. Import it again without naming anybody: each then keeps their own.</source>
        <translation>В «{file}» несколько наборов разметки одной статьи ({people}), поэтому все они не могут принадлежать «{annotator}». Импортируйте ещё раз, никого не называя: каждый набор останется за своим автором.</translation>
    </message>
    <message>
        <source>“{file}” does not tell which of its columns is the text of the articles. Say it: --option text=COLUMN. It has: {columns}.</source>
        <translation>Из «{file}» не видно, в каком столбце текст статей. Укажите его: --option text=COLUMN. Столбцы: {columns}.</translation>
    </message>
    <message>
        <source>“{file}” has no column “{column}” for “{role}”. Choose one of: {columns}.</source>
        <translation>В «{file}» нет столбца «{column}» для «{role}». Выберите один из: {columns}.</translation>
    </message>
    <message>
        <source>“{file}”, row {row}: more than {most} columns. Leave out those that say nothing of an article.</source>
        <translation>«{file}», строка {row}: больше {most} столбцов. Уберите те, что не относятся к статье.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {megabytes} MB, too large for one import. Split it into several files.</source>
        <translation>«{file}» больше {megabytes} МБ, для одного импорта это слишком много. Разделите его на несколько файлов.</translation>
    </message>
    <message>
        <source>“{file}”, row {row}: nothing stands in the column “{column}” of the texts. Fill or remove the row, or let such rows be skipped: --option empty=skip.</source>
        <translation>«{file}», строка {row}: столбец текстов «{column}» пуст. Заполните или удалите строку либо пропускайте такие: --option empty=skip.</translation>
    </message>
    <message>
        <source>“{file}” holds no article. Choose another file or sheet.</source>
        <translation>В «{file}» нет ни одной статьи. Выберите другой файл или лист.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no word with its tag. Write a word, a tab or a space, and its tag.</source>
        <translation>«{file}», строка {line}: «{found}» — не слово с меткой. Напишите слово, табуляцию или пробел и метку.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no tag. Write O, or B- or I- (also E- and S-) with a label.</source>
        <translation>«{file}», строка {line}: «{found}» — не тег. Напишите O либо B- или I- (а также E- и S-) с меткой.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: what follows -DOCSTART- is not what Peyman writes there. Correct it.</source>
        <translation>«{file}», строка {line}: после -DOCSTART- стоит не то, что пишет там Peyman. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the word “{found}” does not come next in the text of “{name}”, which this project has. Correct the file, or remove the mark.</source>
        <translation>«{file}», строка {line}: слово «{found}» не следующее в тексте «{name}», который есть в проекте. Исправьте файл или уберите отметку.</translation>
    </message>
    <message>
        <source>“{file}” tells no entities: no word has NER= or NE= in the last of its ten columns. Add them, or import its text as .txt.</source>
        <translation>В «{file}» нет сущностей: ни у одного слова в последнем из десяти столбцов нет NER= или NE=. Добавьте их или импортируйте текст как .txt.</translation>
    </message>
    <message>
        <source>“{file}” holds no word. Choose another file.</source>
        <translation>В «{file}» нет ни слова. Выберите другой файл.</translation>
    </message>
    <message>
        <source>{count} spans of other layers are left out</source>
        <translation>фрагменты других слоёв не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} spans that overlap others are left out, by the rule that was chosen</source>
        <translation>фрагменты, накладывающиеся на другие, не войдут по выбранному правилу: {count}</translation>
    </message>
    <message>
        <source>{count} spans grow or shrink to whole words</source>
        <translation>фрагменты вырастут или сузятся до целых слов: {count}</translation>
    </message>
    <message>
        <source>{count} spans that touch no word are left out</source>
        <translation>фрагменты, не касающиеся слов, не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} words have a blank inside, which becomes “_”</source>
        <translation>слова с пробелом внутри, вместо которого будет «_»: {count}</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no CSV ({reason}). Write a quote in quotes twice, or save it anew.</source>
        <translation>«{file}», строка {line}: это не CSV ({reason}). Кавычку внутри кавычек пишите дважды или сохраните файл заново.</translation>
    </message>
    <message>
        <source>{count} documents or annotation sets without a commitment leave no row</source>
        <translation>статьи и наборы разметки без обязательств не дают строк: {count}</translation>
    </message>
    <message>
        <source>{count} entities and arguments that fill no role of a commitment leave no trace</source>
        <translation>сущности и аргументы вне ролей обязательств не оставляют следа: {count}</translation>
    </message>
    <message>
        <source>{count} role fillers keep only their text: no label, offsets or attributes</source>
        <translation>от заполнителей ролей остаётся только текст, без метки, места и атрибутов: {count}</translation>
    </message>
    <message>
        <source>{count} discontinuous spans are written as one stretch</source>
        <translation>разрывные фрагменты записываются сплошными: {count}</translation>
    </message>
    <message>
        <source>{count} notes and doubts on entities, arguments and roles are left out</source>
        <translation>заметки и сомнения к сущностям, аргументам и ролям опускаются: {count}</translation>
    </message>
    <message>
        <source>{count} attributes of commitments that the schema does not describe are left out</source>
        <translation>атрибуты обязательств, которых нет в схеме, опускаются: {count}</translation>
    </message>
    <message>
        <source>{count} commitments do not tell that they were accepted from a suggestion</source>
        <translation>обязательства не скажут, что приняты из подсказки: {count}</translation>
    </message>
    <message>
        <source>{count} roles have no column, because the schema does not have them</source>
        <translation>ролям, которых нет в схеме, нет и столбца: {count}</translation>
    </message>
    <message>
        <source>{count} things that Peyman does not know and only kept are left out</source>
        <translation>неизвестное Peyman, что он лишь хранил, опускается: {count}</translation>
    </message>
    <message>
        <source>{count} texts are not in it, only the sentences with commitments</source>
        <translation>текстов в нём нет, только предложения с обязательствами: {count}</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: an entity must be [start, end, label] or an object with start_offset, end_offset and label. Correct it.</source>
        <translation>«{file}», строка {line}, {where}: сущность должна быть [начало, конец, метка] или объектом с start_offset, end_offset и label. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}” is an Office document, but none of Word (it has no {part}). Save it as .docx.</source>
        <translation>«{file}» — документ Office, но не Word (в нём нет {part}). Сохраните его как .docx.</translation>
    </message>
    <message>
        <source>“{file}” declares entities in its document type, which no page needs and which can harm. Remove it.</source>
        <translation>«{file}» объявляет сущности в типе документа: страницам они не нужны и могут навредить. Уберите это объявление.</translation>
    </message>
    <message>
        <source>“{file}” holds no paragraph of text that could be an article. Save the page as text instead.</source>
        <translation>В «{file}» нет абзацев, похожих на статью. Сохраните страницу как текст.</translation>
    </message>
    <message>
        <source>“{file}”: nothing came of it in {seconds} seconds, so reading was stopped. Split it, or restore it.</source>
        <translation>«{file}»: за {seconds} с ничего не прочитано, чтение остановлено. Разделите файл или восстановите его.</translation>
    </message>
    <message>
        <source>“{file}” needs more than {megabytes} MB of memory to be read. Split it, or restore it.</source>
        <translation>Для чтения «{file}» нужно больше {megabytes} МБ памяти. Разделите файл или восстановите его.</translation>
    </message>
    <message>
        <source>“{file}” becomes more than {megabytes} MB when it is read. Split it, or restore it.</source>
        <translation>При чтении «{file}» получается больше {megabytes} МБ. Разделите файл или восстановите его.</translation>
    </message>
    <message>
        <source>“{file}” could not be read, and nobody foresaw why ({reason}). Restore the file, or report this.</source>
        <translation>«{file}» не удалось прочитать по непредвиденной причине ({reason}). Восстановите файл или сообщите об этом.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no row of the format “{wanted}” but one of “{found}”. Choose the format “{found}”.</source>
        <translation>«{file}», строка {line}: это запись не формата «{wanted}», а «{found}». Выберите формат «{found}».</translation>
    </message>
    <message>
        <source>“{file}” holds no document. Choose another file.</source>
        <translation>В «{file}» нет документов. Выберите другой файл.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the key “format” must be “{wanted}” but is “{found}”. Choose the right format, or a version of Peyman that knows this one.</source>
        <translation>«{file}», строка {line}: ключ «format» должен быть «{wanted}», а он «{found}». Выберите верный формат или версию Peyman, которая его знает.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no line of Peyman's own JSONL, and its keys do not tell which tool wrote it. Choose the format of that tool: doccano, prodigy or label-studio.</source>
        <translation>«{file}», строка {line}: это не строка собственного JSONL Пеймана, и по её ключам не видно, какая программа её записала. Выберите формат этой программы: doccano, prodigy или label-studio.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: “{key}” is “{found}” but must be {wanted}. Correct it.</source>
        <translation>«{file}», строка {line}, {where}: «{key}» равен «{found}», а должен быть {wanted}. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, document “{name}”: the text is not the one that was annotated (its SHA-256 begins with {found}, that in the file with {wanted}). Restore the text; even a changed line end counts.</source>
        <translation>«{file}», строка {line}, документ «{name}»: текст не тот, что размечался (его SHA-256 начинается с {found}, в файле — с {wanted}). Верните прежний текст; важен даже конец строки.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: {start}–{end} is no stretch of this text, which has {length} characters. Offsets count Unicode code points; correct them.</source>
        <translation>«{file}», строка {line}, {where}: {start}–{end} — не отрезок этого текста, в нём знаков: {length}. Места считаются в кодовых точках Юникода; исправьте их.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”, not “{quote}”. Correct the offsets or the quote.</source>
        <translation>«{file}», строка {line}, {where}: на {start}–{end} стоит «{found}», а не «{quote}». Исправьте места или цитату.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: at {start}–{end} the text is “{found}”; “{quote}” stands at {there_start}–{there_end}. Correct the offsets.</source>
        <translation>«{file}», строка {line}, {where}: на {start}–{end} стоит «{found}»; «{quote}» стоит на {there_start}–{there_end}. Исправьте места.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: {start}–{end} fits “{quote}” only when counted in UTF-16 units. Write the offsets in Unicode code points.</source>
        <translation>«{file}», строка {line}, {where}: {start}–{end} подходит к «{quote}» только в единицах UTF-16. Запишите места в кодовых точках Юникода.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the fragment {start}–{end} is empty, lies outside the span, or does not come after the one before it. Correct the fragments.</source>
        <translation>«{file}», строка {line}, {where}: часть {start}–{end} пуста, лежит вне фрагмента или не следует за предыдущей. Исправьте части.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: its “{key}” is “{id}”, but this line has no such span. Add the span or remove the relation.</source>
        <translation>«{file}», строка {line}, {where}: его «{key}» — «{id}», но такого фрагмента в строке нет. Добавьте фрагмент или уберите связь.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: this says again what “{other}” says. Remove one of them.</source>
        <translation>«{file}», строка {line}, {where}: это повторяет «{other}». Уберите одно из двух.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: it leads from “{id}” to itself. Correct its source or target.</source>
        <translation>«{file}», строка {line}, {where}: связь ведёт от «{id}» к нему же. Исправьте её начало или конец.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: its source “{id}” belongs to the layer “{layer}”, but roles lead from commitments. Correct its source.</source>
        <translation>«{file}», строка {line}, {where}: её начало «{id}» из слоя «{layer}», а роли ведут от обязательств. Исправьте начало.</translation>
    </message>
    <message>
        <source>“{file}” is a UIMA CAS in JSON, not Label Studio's tasks. Import it with the format “xmi”.</source>
        <translation>«{file}» — это UIMA CAS в JSON, а не задания Label Studio. Импортируйте его в формате «xmi».</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: “data” holds no text to annotate. Leave this task out.</source>
        <translation>«{file}», строка {line}, {where}: в «data» нет текста для разметки. Уберите это задание.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: this region lies in HTML, sound or a picture. Only tasks about plain text can be imported.</source>
        <translation>«{file}», строка {line}, {where}: эта область находится в HTML, звуке или изображении. Импортировать можно только задания с простым текстом.</translation>
    </message>
    <message>
        <source>{count} annotation sets: the file says whose they are, but Label Studio gives them to whoever imports them</source>
        <translation>наборы разметки: файл говорит, чьи они, но Label Studio припишет их тому, кто импортирует: {count}</translation>
    </message>
    <message>
        <source>{count} annotation sets: Label Studio forgets that they are not finished, or why they were skipped</source>
        <translation>наборы разметки: Label Studio забудет, что они не закончены или почему пропущены: {count}</translation>
    </message>
    <message>
        <source>{count} roles: Label Studio forgets their notes</source>
        <translation>роли, заметки о которых Label Studio забудет: {count}</translation>
    </message>
    <message>
        <source>{count} texts are not in it</source>
        <translation>тексты в него не входят: {count}</translation>
    </message>
    <message>
        <source>{count} titles, sources and other details of articles are left out</source>
        <translation>заголовки, источники и другие сведения о статьях не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} annotation sets do not say whose they are</source>
        <translation>наборы разметки не скажут, чьи они: {count}</translation>
    </message>
    <message>
        <source>{count} annotation sets do not say that they are unfinished</source>
        <translation>наборы разметки не скажут, что не закончены: {count}</translation>
    </message>
    <message>
        <source>{count} annotation sets do not say that they are gold</source>
        <translation>наборы разметки не скажут, что они золотые: {count}</translation>
    </message>
    <message>
        <source>{count} spans inside others of their layer are left out</source>
        <translation>фрагменты внутри других того же слоя не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} spans that cross others of their layer are left out</source>
        <translation>фрагменты, пересекающие другие того же слоя, не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} spans of layers that it does not have are left out</source>
        <translation>фрагменты слоёв, которых в нём нет, не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} roles are left out</source>
        <translation>роли не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} notes and unknown keys of roles are left out</source>
        <translation>заметки и незнакомые ключи ролей не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} attributes are left out</source>
        <translation>атрибуты не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} fields of whole articles are left out</source>
        <translation>поля целых статей не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} notes are left out</source>
        <translation>заметки не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} doubts are left out</source>
        <translation>сомнения не войдут: {count}</translation>
    </message>
    <message>
        <source>{count} annotations do not tell that they were accepted from a suggestion</source>
        <translation>аннотации не скажут, что приняты из подсказки: {count}</translation>
    </message>
    <message>
        <source>{count} annotations of gold do not say how they were decided</source>
        <translation>{count} эталонных аннотаций не говорят, как они были решены</translation>
    </message>
    <message>
        <source>“{file}” is no {kind} document, or a damaged one ({reason}). Open and save it again as .{kind}.</source>
        <translation>«{file}» — не документ {kind} или повреждён ({reason}). Откройте его и сохраните снова как .{kind}.</translation>
    </message>
    <message>
        <source>“{file}” is protected by a password. Save it without one.</source>
        <translation>«{file}» защищён паролем. Сохраните его без пароля.</translation>
    </message>
    <message>
        <source>“{file}”: its part “{part}” unpacks to far more than any document needs. Save it anew.</source>
        <translation>«{file}»: часть «{part}» распаковывается в объём, какого не бывает у документов. Сохраните файл заново.</translation>
    </message>
    <message>
        <source>“{file}”, part “{part}”: it declares a document type or entities, which can harm. Save it anew.</source>
        <translation>«{file}», часть «{part}»: объявлен тип документа или сущности, а это опасно. Сохраните файл заново.</translation>
    </message>
    <message>
        <source>“{file}”, part “{part}”, line {line}: this is no XML ({reason}). Open and save it again.</source>
        <translation>«{file}», часть «{part}», строка {line}: это не XML ({reason}). Откройте и сохраните файл снова.</translation>
    </message>
    <message>
        <source>“{file}”, {where}: at {start}–{end} the text is not “{quote}”, whether one counts {units}. Correct the offsets or the text.</source>
        <translation>«{file}», {where}: в {start}–{end} не стоит «{quote}», в каких единицах ни считай ({units}). Исправьте смещения или текст.</translation>
    </message>
    <message>
        <source>“{file}” does not show whether its offsets count {units}, and they lead to different places. Say which (--option offsets=…).</source>
        <translation>Из «{file}» не видно, в чём считаются смещения ({units}), а ведут они в разные места. Укажите единицу (--option offsets=…).</translation>
    </message>
    <message>
        <source>“{file}”, {where}: {start}–{end} is “{quote}” if one counts {unit}, but other annotations do not fit that, so not all count the same. Correct those that are fewer.</source>
        <translation>«{file}», {where}: {start}–{end} — это «{quote}», если считать {unit}, но другие аннотации этому счёту не отвечают, значит, не все считают одинаково. Исправьте те, которых меньше.</translation>
    </message>
    <message>
        <source>A span begins or ends inside “{text}” where {units} have no place for it. Choose other offsets to write.</source>
        <translation>Фрагмент начинается или кончается внутри «{text}», где для {units} нет места. Выберите для записи другую единицу.</translation>
    </message>
    <message>
        <source>“{file}” is no PDF, or a damaged one ({reason}). Save it again, or copy its text into a file.</source>
        <translation>«{file}» — не PDF или повреждён ({reason}). Сохраните его снова или скопируйте текст в файл.</translation>
    </message>
    <message>
        <source>“{file}” has {pages} pages, and one article has no more than {most}. Split it.</source>
        <translation>В «{file}» {pages} страниц, а в одной статье их не больше {most}. Разделите файл.</translation>
    </message>
    <message>
        <source>“{file}” holds no text, perhaps only pictures of it. Have it recognised (OCR), or type it.</source>
        <translation>В «{file}» нет текста, возможно, только его изображения. Распознайте их (OCR) или наберите текст.</translation>
    </message>
    <message>
        <source>“{file}”: its fonts do not say which letters {count} of its glyphs are, so words would be torn. Have it recognised (OCR), or get the article in another format.</source>
        <translation>«{file}»: шрифты не сообщают, какие буквы у {count} глифов, и слова были бы разорваны. Распознайте текст (OCR) или возьмите статью в другом формате.</translation>
    </message>
    <message>
        <source>“{file}” shows its Persian text back to front, so its words cannot be trusted. Get the article in another format.</source>
        <translation>«{file}» показывает персидский текст задом наперёд, и словам нельзя доверять. Возьмите статью в другом формате.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the token “{token}” does not stand at {start}–{end} of the text. Its offsets do not count code points, or the text was changed. Export the file anew.</source>
        <translation>«{file}», строка {line}, {where}: слова «{token}» нет в тексте на месте {start}–{end}. Смещения считаны не в символах Юникода, или текст изменён. Экспортируйте файл заново.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: a span without offsets has the tokens {first} to {last}, but the task has {count} of them. Export the file anew with its tokens.</source>
        <translation>«{file}», строка {line}, {where}: у фрагмента без смещений указаны слова с {first} по {last}, а в этой записи их {count}. Экспортируйте файл заново вместе со словами (tokens).</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: longer than {megabytes} MB. Write one JSON object a line, or split the document.</source>
        <translation>«{file}», строка {line}: длиннее {megabytes} МБ. Пишите по одному объекту JSON на строку или разделите документ.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, character {column}: this is no JSON ({reason}). Write one JSON object a line.</source>
        <translation>«{file}», строка {line}, знак {column}: это не JSON ({reason}). Пишите по одному объекту JSON на строку.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: nested more than {depth} levels deep. Make it flatter.</source>
        <translation>«{file}», строка {line}: вложенность глубже {depth}. Сделайте площе.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the key “{key}” stands twice in one object. Keep one of them.</source>
        <translation>«{file}», строка {line}: ключ «{key}» стоит в объекте дважды. Оставьте один.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: {number} is not a number that can be kept. Correct it.</source>
        <translation>«{file}», строка {line}: число {number} нельзя сохранить. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{text}” holds half of a surrogate pair (\u{unit}), which is no character. Remove it or write the whole pair.</source>
        <translation>«{file}», строка {line}: в «{text}» половина суррогатной пары (\u{unit}), это не знак. Уберите её или напишите пару целиком.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: a text holds the character NUL (\u0000). Remove it or put a space there.</source>
        <translation>«{file}», строка {line}: в тексте есть знак NUL (\u0000). Уберите его или поставьте пробел.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no JSON object. Write one JSON object a line.</source>
        <translation>«{file}», строка {line}: это не объект JSON. Пишите по одному объекту JSON на строку.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, character {column}: this is no JSON ({reason}). Export the file anew, or correct it.</source>
        <translation>«{file}», строка {line}, символ {column}: это не JSON ({reason}). Экспортируйте файл заново или исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” stands where an object in braces should begin, or the list end. Correct it.</source>
        <translation>«{file}», строка {line}: «{found}» стоит там, где должен начинаться объект в фигурных скобках или кончаться список. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: one object is longer than {megabytes} million characters. Split it.</source>
        <translation>«{file}», строка {line}: один объект длиннее {megabytes} млн символов. Разделите его.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the key “{key}” is missing. Add it.</source>
        <translation>«{file}», строка {line}, {where}: нет ключа «{key}». Добавьте его.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, {where}: the key “{key}” must be {wanted}. Correct it.</source>
        <translation>«{file}», строка {line}, {where}: ключ «{key}» должен быть {wanted}. Исправьте.</translation>
    </message>
    <message>
        <source>A table is written as .csv or .xlsx, and “{path}” is neither. Give the file one of these endings.</source>
        <translation>Таблица пишется в .csv или .xlsx, а «{path}» — ни то ни другое. Дайте файлу одно из этих окончаний.</translation>
    </message>
    <message>
        <source>A spreadsheet holds {most} rows, and there are more. Write a .csv file, or filter first.</source>
        <translation>Таблица вмещает строк: {most}, а здесь больше. Запишите .csv или сначала отфильтруйте.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {megabytes} MB. Split the document.</source>
        <translation>«{file}» больше {megabytes} МБ. Разделите документ.</translation>
    </message>
    <message>
        <source>“{file}” declares a document type or entities, which no CAS needs and which can harm. Remove them.</source>
        <translation>«{file}» объявляет тип документа (DOCTYPE) или entity: для CAS это не нужно и может навредить. Уберите их.</translation>
    </message>
    <message>
        <source>“{file}” is not in the encoding it says, or in an unusual one ({encoding}). Save it as UTF-8.</source>
        <translation>«{file}» не в той кодировке, что указана, или в необычной ({encoding}). Сохраните его в UTF-8.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: this is no XML ({reason}). Export the file anew, or correct it.</source>
        <translation>«{file}», строка {line}: это не XML ({reason}). Экспортируйте файл заново или исправьте.</translation>
    </message>
    <message>
        <source>“{file}” is XML or JSON, but no UIMA CAS ({reason}). Choose another file, or export it anew.</source>
        <translation>«{file}» — XML или JSON, но не UIMA CAS ({reason}). Выберите другой файл или экспортируйте его заново.</translation>
    </message>
    <message>
        <source>“{file}” uses types that its type system does not have: {types}. Put the right TypeSystem.xml beside it.</source>
        <translation>В «{file}» есть типы, которых нет в его системе типов: {types}. Положите рядом верный TypeSystem.xml.</translation>
    </message>
    <message>
        <source>“{file}” is no type system of UIMA ({reason}). Export it anew together with the documents.</source>
        <translation>«{file}» — не система типов UIMA ({reason}). Экспортируйте её заново вместе с документами.</translation>
    </message>
    <message>
        <source>“{file}”: “{types}” is a link that leads to another folder. Put the type system itself there.</source>
        <translation>«{file}»: «{types}» — ссылка в другую папку. Положите туда саму систему типов.</translation>
    </message>
    <message>
        <source>“{file}” holds {count} texts, but must hold one. Export it with a single view.</source>
        <translation>Текстов в «{file}»: {count}, а должен быть один. Экспортируйте его с одним представлением (view).</translation>
    </message>
    <message>
        <source>“{file}”, {type} {id}: {start}–{end} is no stretch of the text, which has {length} UTF-16 units. Correct the offsets.</source>
        <translation>«{file}», {type} {id}: {start}–{end} — не отрезок текста, в котором {length} единиц UTF-16. Исправьте смещения.</translation>
    </message>
    <message>
        <source>“{file}”: the id {id} stands twice. Export the file anew.</source>
        <translation>«{file}»: номер {id} встречается дважды. Экспортируйте файл заново.</translation>
    </message>
    <message>
        <source>“{file}” is no ZIP archive, or a damaged one ({reason}). Export it anew.</source>
        <translation>«{file}» — не архив ZIP или повреждённый архив ({reason}). Экспортируйте его заново.</translation>
    </message>
    <message>
        <source>“{file}” holds no UIMA document (.xmi or .json). Unzip it, and import what is in it.</source>
        <translation>В «{file}» нет документов UIMA (.xmi или .json). Распакуйте архив и импортируйте то, что в нём.</translation>
    </message>
    <message>
        <source>“{file}” holds more than UIMA documents of one kind and their type system: {others}. Unzip it, and import the files of it that you want.</source>
        <translation>В «{file}» не только документы UIMA одного вида и их система типов: {others}. Распакуйте архив и импортируйте нужные файлы.</translation>
    </message>
    <message>
        <source>“{file}” begins with “{found}”; Peyman reads files that begin with “#FORMAT=WebAnno TSV 3.3” (or 3.2). Export it anew in that version.</source>
        <translation>«{file}» начинается с «{found}»; Peyman читает файлы, которые начинаются с «#FORMAT=WebAnno TSV 3.3» (или 3.2). Экспортируйте его заново в этой версии.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” declares no layer. Expected is “#T_SP=LAYER|FEATURE”.</source>
        <translation>«{file}», строка {line}: «{found}» не объявляет слоя. Ожидается «#T_SP=LAYER|FEATURE».</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is no row of a word; expected are its number, its offsets, the word and {columns} columns, with tabs between them.</source>
        <translation>«{file}», строка {line}: «{found}» — не строка слова; ожидаются номер, смещения, слово и столбцы ({columns}) через табуляцию.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: a word outside a sentence. Put its “#Text=” line before it.</source>
        <translation>«{file}», строка {line}: слово вне предложения. Поставьте перед ним его строку «#Text=».</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: the sentence begins at {start} by its first word, but the text before it ends at {end}. Correct the offsets or the text.</source>
        <translation>«{file}», строка {line}: предложение по его первому слову начинается в {start}, а текст перед ним кончается в {end}. Исправьте смещения или текст.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: at {start}–{end} the text is not “{quote}”, whether one counts UTF-16 units or code points. Correct the offsets or the text.</source>
        <translation>«{file}», строка {line}: в {start}–{end} не стоит «{quote}», считать ли единицы UTF-16 или кодовые точки. Исправьте смещения или текст.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” leads to no annotation of this file. Correct it.</source>
        <translation>«{file}», строка {line}: «{found}» не ведёт ни к одной аннотации этого файла. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” names the same annotation as one of another layer. Correct it.</source>
        <translation>«{file}», строка {line}: у «{found}» тот же номер, что у аннотации другого слоя. Исправьте.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}” is not what Peyman writes there. Remove it.</source>
        <translation>«{file}», строка {line}: «{found}» — не то, что пишет там Peyman. Уберите.</translation>
    </message>
    <message>
        <source>{count} spans lose blanks at their edges</source>
        <translation>фрагменты потеряют пробелы по краям: {count}</translation>
    </message>
    <message>
        <source>{count} spans of nothing but blanks are left out, with their roles</source>
        <translation>фрагменты из одних пробелов не войдут, с их ролями: {count}</translation>
    </message>
    <message>
        <source>“{file}” has no sheet “{sheet}”. Choose one of: {sheets}.</source>
        <translation>В «{file}» нет листа «{sheet}». Выберите один из: {sheets}.</translation>
    </message>
    <message>
        <source>“{file}”, cell {cell}: it holds what no spreadsheet writes there. Open and save the file again.</source>
        <translation>«{file}», ячейка {cell}: в ней то, чего табличные программы не пишут. Откройте и сохраните файл снова.</translation>
    </message>
    <message>
        <source>“{file}”, cell {cell}: its formula came to an error ({value}). Correct it, or empty the cell.</source>
        <translation>«{file}», ячейка {cell}: формула дала ошибку ({value}). Исправьте её или очистите ячейку.</translation>
    </message>
    <message>
        <source>{count} cells are cut, because no cell holds a text so long</source>
        <translation>обрезаны ячейки, потому что столь длинный текст не помещается ни в одну: {count}</translation>
    </message>
    <message>
        <source>{count} characters of texts cannot stand in XML; each is replaced by U+FFFD, so the text is another</source>
        <translation>символы текстов, которых не бывает в XML; вместо каждого стоит U+FFFD, так что текст уже другой: {count}</translation>
    </message>
    <message>
        <source>{count} structures and features of other types, kept when they were imported from UIMA, are not written back</source>
        <translation>структуры и признаки других типов, сохранённые при импорте из UIMA, обратно не пишутся: {count}</translation>
    </message>
    <message>
        <source>Select a commitment first; then fill its roles.</source>
        <translation>Сначала выберите обязательство, потом заполняйте его роли.</translation>
    </message>
    <message>
        <source>Select a span first: Tab goes to the next one.</source>
        <translation>Сначала выберите фрагмент: Tab переходит к следующему.</translation>
    </message>
    <message>
        <source>No span is called “{typed}”. Type a letter that is painted, or select text and press Enter.</source>
        <translation>Фрагмента «{typed}» нет. Нажмите показанную букву или выделите текст и нажмите Enter.</translation>
    </message>
    <message>
        <source>Nothing is suggested for this text. Press the key of a label, or Backspace to leave it alone.</source>
        <translation>Для этого текста метки не подсказано. Нажмите клавишу метки или Backspace, чтобы пропустить его.</translation>
    </message>
    <message>
        <source>Your own annotations of this article have begun; those of {annotator} stay as they are.</source>
        <translation>Ваша собственная разметка этой статьи начата; разметка {annotator} остаётся как есть.</translation>
    </message>
    <message>
        <source>You have not changed anything yet.</source>
        <translation>Вы ещё ничего не изменили.</translation>
    </message>
    <message>
        <source>Select an entity or a commitment first, or label some text: R then offers its other places.</source>
        <translation>Сначала выберите сущность или обязательство либо разметьте текст: тогда R предложит другие места.</translation>
    </message>
    <message>
        <source>“{quote}” stands nowhere else without this label.</source>
        <translation>«{quote}» больше нигде не встречается без этой метки.</translation>
    </message>
    <message>
        <source>Labelled in {count} more places. Ctrl+Z takes them all back.</source>
        <translation>Размечено ещё мест: {count}. Ctrl+Z отменяет все сразу.</translation>
    </message>
    <message>
        <source>A chart is written as .png, .svg, .csv or .xlsx, and “{path}” is none of these. Give the file one of these endings.</source>
        <translation>Диаграмма записывается как .png, .svg, .csv или .xlsx, а «{path}» — ничто из этого. Дайте файлу одно из этих окончаний.</translation>
    </message>
    <message>
        <source>This project is open for reading only, so its guidelines cannot be changed here.</source>
        <translation>Проект открыт только для чтения, его правила здесь изменить нельзя.</translation>
    </message>
    <message>
        <source>“{file}” does not say whose its annotations are. Choose “of this person” below the options and write a name.</source>
        <translation>«{file}» не говорит, чья это разметка. Под параметрами выберите «этого человека» и впишите имя.</translation>
    </message>
    <message>
        <source>“{file}” does not tell which of its columns is the text of the articles. Choose it under “Column of the texts”. It has: {columns}.</source>
        <translation>Из «{file}» не видно, в каком столбце текст статей. Выберите его в поле «Столбец текстов». Столбцы: {columns}.</translation>
    </message>
    <message>
        <source>“{file}”, row {row}: nothing stands in the column “{column}” of the texts. Fill or remove the row, or choose that “Rows without a text” are left out.</source>
        <translation>«{file}», строка {row}: столбец текстов «{column}» пуст. Заполните или удалите строку либо выберите, что «Строки без текста» пропускаются.</translation>
    </message>
    <message>
        <source>“{file}” has labels that this project's schema does not have: {labels}. Import it anew and choose for each of them which of ours it is, or make a project whose schema has them.</source>
        <translation>В «{file}» есть метки, которых нет в схеме этого проекта: {labels}. Импортируйте файл снова и выберите для каждой, какая это из наших, или создайте проект со схемой, где они есть.</translation>
    </message>
    <message>
        <source>“{file}” does not show whether its offsets count {units}, and they lead to different places. Choose it under “Offsets count”.</source>
        <translation>Из «{file}» не видно, в чём считаются смещения ({units}), а ведут они в разные места. Выберите единицу в поле «Смещения считают».</translation>
    </message>
    <message>
        <source>“{path}” is damaged: something in it cannot be read. Restore a copy.</source>
        <translation>«{path}» повреждён: что-то в нём не читается. Восстановите его из копии.</translation>
    </message>
    <message>
        <source>“{path}” is no release of Peyman: it has no {file}. Choose the folder that a release was written to.</source>
        <translation>«{path}» — не выпуск Peyman: в нём нет {file}. Выберите папку, в которую записан выпуск.</translation>
    </message>
    <message>
        <source>The gold is not finished: {left} disagreements in {articles} articles are to be settled ({details}), and the gold of {unfinished} more articles is not finished. Finish it, or tick “Yes, release it unfinished”.</source>
        <translation>Золото не готово: осталось уладить расхождения ({left}) в статьях ({articles}; {details}), и не закончено золото ещё для статей: {unfinished}. Закончите его или отметьте «Да, выпустить незаконченным».</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” belong together ({group}), but earlier releases put them into {first} and {second}. Correct their metadata, or choose “nothing” under “Keep together by”.</source>
        <translation>«{one}» и «{other}» идут вместе ({group}), но прежние выпуски поместили их в {first} и {second}. Исправьте их метаданные или в поле «Не разделять по» выберите «ничему».</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Отменять больше нечего.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Повторять нечего.</translation>
    </message>
    <message>
        <source>Another step is still being worked out. Try again in a moment.</source>
        <translation>Предыдущее действие ещё выполняется. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>An answer to this can only be written in the article. Open it there with Enter.</source>
        <translation>Ответ на это можно записать только в самой статье. Откройте её клавишей Enter.</translation>
    </message>
    <message>
        <source>Nothing is ticked. Space ticks a line, Ctrl+A all of them.</source>
        <translation>Ничего не отмечено. Space отмечает строку, Ctrl+A — все.</translation>
    </message>
    <message>
        <source>Something went wrong that Peyman did not foresee: {error}. What was saved is safe; please report this.</source>
        <translation>Случилось то, чего Peyman не предвидел: {error}. Сохранённое в безопасности; пожалуйста, сообщите об этом.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{found}”, where the data files make it “{wanted}”. Make the release anew.</source>
        <translation>«{file}», строка {line}: «{found}», а по файлам данных должно быть «{wanted}». Создайте выпуск заново.</translation>
    </message>
    <message>
        <source>“{file}” says something else than the data files: {what}. Make the release anew.</source>
        <translation>«{file}» расходится с файлами данных: {what}. Создайте выпуск заново.</translation>
    </message>
    <message>
        <source>“{file}” was not compared with the data files. {reason}</source>
        <translation>«{file}» не сверен с файлами данных. {reason}</translation>
    </message>
    <message>
        <source>Parquet was not written, as pyarrow is not installed here. Run: pip install "peyman[parquet]"</source>
        <translation>Parquet не записан: здесь не установлен pyarrow. Выполните: pip install "peyman[parquet]"</translation>
    </message>
    <message>
        <source>pyarrow is not installed here. Run: pip install "peyman[parquet]"</source>
        <translation>Здесь не установлен pyarrow. Выполните: pip install "peyman[parquet]"</translation>
    </message>
    <message>
        <source>“{file}”, line {line}: “{key}” is not what the card says it is ({wanted}). The release is damaged.</source>
        <translation>«{file}», строка {line}: «{key}» не то, что сказано в описании ({wanted}). Выпуск повреждён.</translation>
    </message>
    <message>
        <source>“{given}” is no way to split. Give one to three numbers, as in 80/10/10 (train, validation, test).</source>
        <translation>Так разделить нельзя: «{given}». Дайте от одного до трёх чисел, например 80/10/10 (train, validation, test).</translation>
    </message>
    <message>
        <source>“{document}” is said to be in the split “{found}”, which there is not. Correct “{key}” in its details: train, validation or test.</source>
        <translation>Сказано, что «{document}» в части «{found}», а такой нет. Исправьте «{key}» в сведениях о статье: train, validation или test.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” belong together ({group}), but earlier releases put them into {first} and {second}. Correct their metadata, or leave out --group-by.</source>
        <translation>«{one}» и «{other}» идут вместе ({group}), но прежние выпуски поместили их в {first} и {second}. Исправьте их метаданные или уберите --group-by.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” say nearly the same, but earlier releases put them into {first} and {second}. Correct “{key}” in the details of one of them.</source>
        <translation>«{one}» и «{other}» почти одинаковы, но прежние выпуски поместили их в {first} и {second}. Исправьте «{key}» в сведениях об одной из них.</translation>
    </message>
    <message>
        <source>“{path}” is no release of Peyman: it has no {file}. Name the folder that “peyman release” made.</source>
        <translation>«{path}» — не выпуск Peyman: в нём нет {file}. Назовите папку, которую создала команда «peyman release».</translation>
    </message>
    <message>
        <source>“{file}” is missing. Copy the release anew.</source>
        <translation>Нет файла «{file}». Скопируйте выпуск заново.</translation>
    </message>
    <message>
        <source>“{file}” does not belong to the release. Take it away.</source>
        <translation>«{file}» не относится к выпуску. Уберите его.</translation>
    </message>
    <message>
        <source>“{file}” is not as it was written. Copy the release anew.</source>
        <translation>«{file}» не такой, каким был записан. Скопируйте выпуск заново.</translation>
    </message>
    <message>
        <source>“{file}” is no list of checksums any more. Copy the release anew.</source>
        <translation>«{file}» уже не список контрольных сумм. Скопируйте выпуск заново.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}</source>
        <translation>«{file}» не читается: {reason}</translation>
    </message>
    <message>
        <source>“{file}” says {said} where the data files have {found}: {what}. Make the release anew.</source>
        <translation>В «{file}» сказано {said}, а в файлах данных {found}: {what}. Создайте выпуск заново.</translation>
    </message>
    <message>
        <source>“{document}” in “{file}” has another text than its checksum says.</source>
        <translation>Текст «{document}» в «{file}» не сходится с контрольной суммой.</translation>
    </message>
    <message>
        <source>“{document}” in “{file}”: the span {span} covers nothing.</source>
        <translation>«{document}» в «{file}»: фрагмент {span} ничего не покрывает.</translation>
    </message>
    <message>
        <source>“{document}” is in “{first}” and again in “{second}”.</source>
        <translation>«{document}» есть и в «{first}», и в «{second}».</translation>
    </message>
    <message>
        <source>“{one}” ({first}) and “{other}” ({second}) share {share} % of their shingles, so they belong in one split.</source>
        <translation>«{one}» ({first}) и «{other}» ({second}) совпадают на {share} % цепочек слов, значит, им место в одной части.</translation>
    </message>
    <message>
        <source>“{file}” says something else about “{document}” than the data files.</source>
        <translation>«{file}» говорит о «{document}» не то, что файлы данных.</translation>
    </message>
    <message>
        <source>“{document}” belongs with articles that are in another split, says “{file}”.</source>
        <translation>По словам «{file}», «{document}» идёт вместе со статьями из другой части.</translation>
    </message>
    <message>
        <source>“{file}” has another checksum for “{data}” than the file itself.</source>
        <translation>Контрольная сумма «{data}» в «{file}» не та, что у самого файла.</translation>
    </message>
    <message>
        <source>“{file}” calls the gold finished, but “{document}” is not. Make the release anew.</source>
        <translation>«{file}» называет золото готовым, но «{document}» не готова. Создайте выпуск заново.</translation>
    </message>
    <message>
        <source>There is no gold in “{path}”, so there is nothing to release. Settle what the annotators differ in first.</source>
        <translation>В «{path}» нет золота, поэтому выпускать нечего. Сначала уладьте расхождения разметчиков.</translation>
    </message>
    <message>
        <source>The gold is not finished: {left} disagreements in {articles} articles are to be settled ({details}), and the gold of {unfinished} more articles is not finished. Finish it, or say --allow-open: the release will then call itself unfinished.</source>
        <translation>Золото не готово: осталось уладить расхождения ({left}) в статьях ({articles}; {details}), и не закончено золото ещё для статей: {unfinished}. Закончите его или дайте --allow-open: тогда выпуск назовёт себя неготовым.</translation>
    </message>
    <message>
        <source>The labels break rules in {count} places, so they cannot be released. The first: {first}</source>
        <translation>Разметка нарушает правила (мест: {count}), поэтому выпустить её нельзя. Первое: {first}</translation>
    </message>
    <message>
        <source>“{licence}” is no identifier of a licence. Give one of SPDX's, such as CC-BY-4.0.</source>
        <translation>«{licence}» — не обозначение лицензии. Дайте обозначение SPDX, например CC-BY-4.0.</translation>
    </message>
    <message>
        <source>No article with gold has “{key}” in its metadata. Choose one of: {known}.</source>
        <translation>Ни у одной статьи с золотом нет «{key}» в метаданных. Выберите одно из: {known}.</translation>
    </message>
    <message>
        <source>The schema uses an annotator's name as the id of something. Rename one of them, or do not anonymise.</source>
        <translation>В схеме имя разметчика служит обозначением. Переименуйте одно из двух или не скрывайте имён.</translation>
    </message>
    <message>
        <source>A feedback sheet is written as .html or .json, or put into the .peyman file of the annotator; “{path}” is none of these. Give it one of these endings.</source>
        <translation>Листок с отзывом записывается как .html или .json либо кладётся в файл .peyman разметчика; «{path}» — ничто из этого. Дайте ему одно из этих окончаний.</translation>
    </message>
    <message>
        <source>Say with --out in which folder to put the files, or use --dry-run.</source>
        <translation>Укажите через --out папку для файлов или используйте --dry-run.</translation>
    </message>
    <message>
        <source>Say with --out where to write the sheet, or with --json that you want it here.</source>
        <translation>Укажите в --out, куда записать листок, или --json, чтобы получить его здесь.</translation>
    </message>
</context>
<context>
    <name>feedback</name>
    <message>
        <source>Gold has it, you do not</source>
        <translation>Есть в эталоне, нет у вас</translation>
    </message>
    <message>
        <source>You have it, gold does not</source>
        <translation>Есть у вас, нет в эталоне</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>Другая метка</translation>
    </message>
    <message>
        <source>Another extent</source>
        <translation>Другие границы</translation>
    </message>
    <message>
        <source>Another role, or another filler</source>
        <translation>Другая роль или другой участник</translation>
    </message>
    <message>
        <source>Another value of an attribute</source>
        <translation>Другое значение атрибута</translation>
    </message>
    <message>
        <source>Another value of a field of the article</source>
        <translation>Другое значение поля статьи</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Эталон</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Совпало</translation>
    </message>
    <message>
        <source>Yours that are right</source>
        <translation>Верно из ваших</translation>
    </message>
    <message>
        <source>Of gold that you have</source>
        <translation>Найдено из эталона</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Given by both</source>
        <translation>Указали оба</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Feedback for {annotator}</source>
        <translation>Отзыв: {annotator}</translation>
    </message>
    <message>
        <source>{articles} articles that you finished, compared with gold. Made {date}.</source>
        <translation>Законченных вами статей, сравненных с эталоном: {articles}. Составлено {date}.</translation>
    </message>
    <message>
        <source>Your spans and roles</source>
        <translation>Ваши фрагменты и роли</translation>
    </message>
    <message>
        <source>Your values</source>
        <translation>Ваши значения</translation>
    </message>
    <message>
        <source>Where you and gold differ</source>
        <translation>В чём вы и эталон расходитесь</translation>
    </message>
    <message>
        <source>What the curator said about it</source>
        <translation>Что об этом сказал куратор</translation>
    </message>
    <message>
        <source>The most frequent differences</source>
        <translation>Самые частые расхождения</translation>
    </message>
    <message>
        <source>Remarks of the curator</source>
        <translation>Замечания куратора</translation>
    </message>
    <message>
        <source>You and gold do not differ anywhere. Well done!</source>
        <translation>Вы и эталон нигде не расходитесь. Отлично!</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>раз: {count}</translation>
    </message>
    <message>
        <source>gold: {answer}</source>
        <translation>эталон: {answer}</translation>
    </message>
    <message>
        <source>yours: {answer}</source>
        <translation>у вас: {answer}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>brat standoff: a folder of texts and annotations, with its configuration</source>
        <translation>brat standoff: папка с текстами, разметкой и её настройкой</translation>
    </message>
    <message>
        <source>CoNLL: words and tags of one layer, IOB2 or BIOES</source>
        <translation>CoNLL: слова и теги одного слоя, IOB2 или BIOES</translation>
    </message>
    <message>
        <source>CSV: articles from the rows of a table; commitments into one</source>
        <translation>CSV: статьи из строк таблицы; обязательства в таблицу</translation>
    </message>
    <message>
        <source>spaCy's DocBin for training: spans by layer, entities, all else as JSON</source>
        <translation>DocBin для обучения spaCy: фрагменты по слоям, сущности, остальное в JSON</translation>
    </message>
    <message>
        <source>doccano: entities and relations, one object a line</source>
        <translation>doccano: сущности и отношения, по объекту в строке</translation>
    </message>
    <message>
        <source>Word documents: one article a file, its text only</source>
        <translation>Документы Word: одна статья в файле, только её текст</translation>
    </message>
    <message>
        <source>Web pages: the readable text of one article a file</source>
        <translation>Веб-страницы: одна статья в файле, её читаемый текст</translation>
    </message>
    <message>
        <source>Peyman's own interchange: everything, one annotation set a line</source>
        <translation>Собственный формат Peyman: всё, по набору разметки в строке</translation>
    </message>
    <message>
        <source>Label Studio: a folder with its tasks and the labelling configuration</source>
        <translation>Label Studio: папка с заданиями и настройкой разметки</translation>
    </message>
    <message>
        <source>PDF: the text of one article a file, where it can be drawn out</source>
        <translation>PDF: одна статья в файле, если её текст можно извлечь</translation>
    </message>
    <message>
        <source>Prodigy and spaCy: spans and relations, one task a line</source>
        <translation>Prodigy и spaCy: фрагменты и отношения, по заданию в строке</translation>
    </message>
    <message>
        <source>Plain text: UTF-8, UTF-16 or windows-1256, one article a file</source>
        <translation>Простой текст: UTF-8, UTF-16 или windows-1256, по статье в файле</translation>
    </message>
    <message>
        <source>WebAnno TSV 3.3 for INCEpTION: a folder with a file for each article</source>
        <translation>WebAnno TSV 3.3 для INCEpTION: папка с файлом на каждую статью</translation>
    </message>
    <message>
        <source>Excel: articles from the rows of a sheet; annotations into sheets</source>
        <translation>Excel: статьи из строк листа; разметка — на листы</translation>
    </message>
    <message>
        <source>UIMA CAS for INCEpTION: a folder of XMI and its types; reads JSON too</source>
        <translation>UIMA CAS для INCEpTION: папка XMI с типами; читает и JSON</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>relation</source>
        <translation>связь</translation>
    </message>
    <message>
        <source>label</source>
        <translation>метка</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>слой</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>предсказание</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>category</source>
        <translation>категория</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>комментарий</translation>
    </message>
    <message>
        <source>normalisation</source>
        <translation>нормализация</translation>
    </message>
    <message>
        <source>equivalence</source>
        <translation>равнозначность</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>атрибут</translation>
    </message>
    <message>
        <source>event</source>
        <translation>событие</translation>
    </message>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>повтор</translation>
    </message>
    <message>
        <source>rejection</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>без ответа</translation>
    </message>
    <message>
        <source>bookkeeping</source>
        <translation>служебные номера и даты</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>Persian</source>
        <translation>Персидский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>Азербайджанский</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Другой язык</translation>
    </message>
</context>
<context>
    <name>merge</name>
    <message>
        <source>new</source>
        <translation>новое</translation>
    </message>
    <message>
        <source>goes on from what is here</source>
        <translation>продолжает то, что есть здесь</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>уже есть</translation>
    </message>
    <message>
        <source>older than what is here</source>
        <translation>старее того, что есть здесь</translation>
    </message>
    <message>
        <source>split off from what is here (a backup that was worked on?), left out</source>
        <translation>разошлось с тем, что есть здесь (работа в резервной копии?), пропущено</translation>
    </message>
    <message>
        <source>this annotator has other annotations on it here, left out</source>
        <translation>у этого разметчика здесь другие аннотации к ней, пропущено</translation>
    </message>
    <message>
        <source>another text here, left out</source>
        <translation>здесь другой текст, пропущено</translation>
    </message>
    <message>
        <source>no article of this project, left out</source>
        <translation>статьи нет в этом проекте, пропущено</translation>
    </message>
    <message>
        <source>gold is made here only, left out</source>
        <translation>эталон делается только здесь, пропущено</translation>
    </message>
    <message>
        <source>nothing done yet</source>
        <translation>ещё ничего не сделано</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Column of the texts</source>
        <translation>Столбец текстов</translation>
    </message>
    <message>
        <source>Column of the names</source>
        <translation>Столбец имён</translation>
    </message>
    <message>
        <source>Column of the titles</source>
        <translation>Столбец заголовков</translation>
    </message>
    <message>
        <source>Column of the dates</source>
        <translation>Столбец дат</translation>
    </message>
    <message>
        <source>found by its heading</source>
        <translation>найти по названию</translation>
    </message>
    <message>
        <source>found by its heading, if any</source>
        <translation>найти по названию, если есть</translation>
    </message>
    <message>
        <source>The first row holds</source>
        <translation>В первой строке</translation>
    </message>
    <message>
        <source>headings of the columns</source>
        <translation>названия столбцов</translation>
    </message>
    <message>
        <source>an article; columns are A, B, C</source>
        <translation>статья; столбцы — A, B, C</translation>
    </message>
    <message>
        <source>Rows without a text</source>
        <translation>Строки без текста</translation>
    </message>
    <message>
        <source>are a reason to refuse the file</source>
        <translation>не принимать файл</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>пропускаются</translation>
    </message>
    <message>
        <source>Layer of the tags</source>
        <translation>Слой меток</translation>
    </message>
    <message>
        <source>Scheme of the tags</source>
        <translation>Схема меток</translation>
    </message>
    <message>
        <source>Of overlapping spans</source>
        <translation>Из перекрывающихся</translation>
    </message>
    <message>
        <source>the outermost is written</source>
        <translation>пишется внешний</translation>
    </message>
    <message>
        <source>the innermost is written</source>
        <translation>пишется внутренний</translation>
    </message>
    <message>
        <source>Between cells stands</source>
        <translation>Между ячейками</translation>
    </message>
    <message>
        <source>what the file shows</source>
        <translation>как видно по файлу</translation>
    </message>
    <message>
        <source>a comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>a semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>a vertical bar</source>
        <translation>вертикальная черта</translation>
    </message>
    <message>
        <source>Beside gold</source>
        <translation>Рядом с эталоном</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>what every annotator said</source>
        <translation>что сказал каждый разметчик</translation>
    </message>
    <message>
        <source>as the texts beside them show</source>
        <translation>как видно по текстам рядом</translation>
    </message>
    <message>
        <source>characters (code points)</source>
        <translation>символы (кодовые точки)</translation>
    </message>
    <message>
        <source>UTF-16 units, as browsers and Java do</source>
        <translation>единицы UTF-16, как в браузерах и Java</translation>
    </message>
    <message>
        <source>what is seen as one character</source>
        <translation>то, что видно как один знак</translation>
    </message>
    <message>
        <source>bytes of UTF-8</source>
        <translation>байты UTF-8</translation>
    </message>
    <message>
        <source>characters, a line end as one</source>
        <translation>символы, конец строки за один</translation>
    </message>
    <message>
        <source>Offsets count</source>
        <translation>Смещения считают</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>первый</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Adjudicate</source>
        <translation>Расхождения</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Обязательства</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Отзыв</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Правила разметки</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Разметка</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln сущность</numerusform>
            <numerusform>%Ln сущности</numerusform>
            <numerusform>%Ln сущностей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln commitments</source>
        <translation>
            <numerusform>%Ln обязательство</numerusform>
            <numerusform>%Ln обязательства</numerusform>
            <numerusform>%Ln обязательств</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other annotators</source>
        <translation>
            <numerusform>ещё %Ln разметчик</numerusform>
            <numerusform>ещё %Ln разметчика</numerusform>
            <numerusform>ещё %Ln разметчиков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>overlooked</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>where it begins or ends</source>
        <translation>начало или конец</translation>
    </message>
    <message>
        <source>what the label means</source>
        <translation>значение метки</translation>
    </message>
    <message>
        <source>nothing to be marked</source>
        <translation>отмечать не следует</translation>
    </message>
    <message>
        <source>slip of the hand</source>
        <translation>описка</translation>
    </message>
    <message>
        <source>the text can be read either way</source>
        <translation>текст допускает оба прочтения</translation>
    </message>
    <message>
        <source>the guideline does not say</source>
        <translation>в инструкции не сказано</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Committer</source>
        <translation>Кто обязуется</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>Контрагент</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Предмет</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Объём</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>Григорианский</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Чьё</translation>
    </message>
    <message>
        <source>Deadline from</source>
        <translation>Срок с</translation>
    </message>
    <message>
        <source>Deadline to</source>
        <translation>Срок до</translation>
    </message>
    <message>
        <source>Deadline, Jalali</source>
        <translation>Срок, по иранскому календарю</translation>
    </message>
    <message>
        <source>Deadline in words</source>
        <translation>Срок словами</translation>
    </message>
    <message>
        <source>Deadline read by</source>
        <translation>Кем прочитан срок</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Разметчик</translation>
    </message>
    <message>
        <source>Kind of set</source>
        <translation>Вид набора</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Обязательство</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Sort by this column: key {key}</source>
        <translation>Сортировать по этому столбцу: клавиша {key}</translation>
    </message>
    <message>
        <source>read by the program</source>
        <translation>прочитано программой</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Золотой</translation>
    </message>
</context>
<context>
    <name>release</name>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Валидация</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Reading the annotations…</source>
        <translation>Чтение разметки…</translation>
    </message>
    <message>
        <source>Looking for articles that say nearly the same…</source>
        <translation>Поиск почти одинаковых статей…</translation>
    </message>
    <message>
        <source>Measuring agreement…</source>
        <translation>Измерение согласия…</translation>
    </message>
    <message>
        <source>Writing the articles…</source>
        <translation>Запись статей…</translation>
    </message>
    <message>
        <source>Writing the other formats…</source>
        <translation>Запись других форматов…</translation>
    </message>
    <message>
        <source>Writing the card…</source>
        <translation>Запись карточки…</translation>
    </message>
    <message>
        <source>Schema: {name} is new.</source>
        <translation>Схема: {name} — новое.</translation>
    </message>
    <message>
        <source>Schema: {name} is taken out.</source>
        <translation>Схема: {name} убрано.</translation>
    </message>
    <message>
        <source>Schema: {name} is offered no more.</source>
        <translation>Схема: {name} больше не предлагается.</translation>
    </message>
    <message>
        <source>Schema: {name} is offered again.</source>
        <translation>Схема: {name} снова предлагается.</translation>
    </message>
    <message>
        <source>Schema: {name} becomes {after}.</source>
        <translation>Схема: {name} становится {after}.</translation>
    </message>
    <message>
        <source>Schema: {name} was called {before} and is called {after}.</source>
        <translation>Схема: {name} называлось {before}, теперь {after}.</translation>
    </message>
    <message>
        <source>Schema: the rule of {name} is another one.</source>
        <translation>Схема: у {name} другое правило.</translation>
    </message>
    <message>
        <source>Schema: the key of {name} is another one.</source>
        <translation>Схема: у {name} другая клавиша.</translation>
    </message>
    <message>
        <source>Schema: the colour of {name} is another one.</source>
        <translation>Схема: у {name} другой цвет.</translation>
    </message>
    <message>
        <source>Schema: whether {name} is required has changed.</source>
        <translation>Схема: изменилась обязательность {name}.</translation>
    </message>
    <message>
        <source>Schema: what {name} applies to has changed.</source>
        <translation>Схема: изменилось, к чему относится {name}.</translation>
    </message>
    <message>
        <source>Title: {before} before, {after} now.</source>
        <translation>Название: было {before}, стало {after}.</translation>
    </message>
    <message>
        <source>Version: {before} before, {after} now.</source>
        <translation>Версия: была {before}, стала {after}.</translation>
    </message>
    <message>
        <source>Licence: {before} before, {after} now.</source>
        <translation>Лицензия: была {before}, стала {after}.</translation>
    </message>
    <message>
        <source>Names hidden: {before} before, {after} now.</source>
        <translation>Имена скрыты: было {before}, стало {after}.</translation>
    </message>
    <message>
        <source>Gold finished: {before} before, {after} now.</source>
        <translation>Золото готово: было {before}, стало {after}.</translation>
    </message>
    <message>
        <source>Made by: {before} before, {after} now.</source>
        <translation>Чем сделано: было {before}, стало {after}.</translation>
    </message>
    <message>
        <source>Annotators: {before} before, {after} now.</source>
        <translation>Разметчики: были {before}, стали {after}.</translation>
    </message>
    <message>
        <source>exact F1</source>
        <translation>F1 (те же границы)</translation>
    </message>
    <message>
        <source>relaxed F1</source>
        <translation>F1 (с пересечением)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Nothing changed from one to the other.</source>
        <translation>Между ними ничего не изменилось.</translation>
    </message>
    <message>
        <source>Articles that are new: {count} ({names})</source>
        <translation>Новых статей: {count} ({names})</translation>
    </message>
    <message>
        <source>Articles that are gone: {count} ({names})</source>
        <translation>Статей больше нет: {count} ({names})</translation>
    </message>
    <message>
        <source>{name} moved from “{before}” to “{after}”, which no article should.</source>
        <translation>{name} переместилась из «{before}» в «{after}», чего быть не должно.</translation>
    </message>
    <message>
        <source>{before} is called {after} now.</source>
        <translation>{before} теперь называется {after}.</translation>
    </message>
    <message>
        <source>Articles that are annotated otherwise: {count}</source>
        <translation>Статей с другой разметкой: {count}</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>добавлено: {count}</translation>
    </message>
    <message>
        <source>{count} removed</source>
        <translation>убрано: {count}</translation>
    </message>
    <message>
        <source>{count} changed inside</source>
        <translation>изменено внутри: {count}</translation>
    </message>
    <message>
        <source>{layer}: {count} from {before} to {after}</source>
        <translation>{layer}: {count} из {before} в {after}</translation>
    </message>
    <message>
        <source>Agreement, {what}, {figure}: {before} before, {after} now.</source>
        <translation>Согласие, {what}, {figure}: было {before}, стало {after}.</translation>
    </message>
    <message>
        <source>sentence with a commitment</source>
        <translation>предложение с обязательством</translation>
    </message>
    <message>
        <source>{who} against gold, {layer}</source>
        <translation>{who} против золота, {layer}</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Whole article</source>
        <translation>Вся статья</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Пропуск</translation>
    </message>
    <message>
        <source>Split or joined</source>
        <translation>Разделено или слито</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Границы</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Признак</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Nobody differs</source>
        <translation>Без расхождений</translation>
    </message>
    <message>
        <source>You have put this aside.</source>
        <translation>Вы это отложили.</translation>
    </message>
    <message>
        <source>This was decided, but somebody has changed his answer since.</source>
        <translation>Решение было принято, но кто-то с тех пор изменил свой ответ.</translation>
    </message>
    <message>
        <source>All agree; this one was drawn for you to look at.</source>
        <translation>Все согласны; этот вопрос выбран для проверки.</translation>
    </message>
    <message>
        <source>Gold cannot hold what was decided.</source>
        <translation>Решение не может стоять в золоте.</translation>
    </message>
    <message>
        <source>There is something to annotate here</source>
        <translation>Здесь есть что размечать</translation>
    </message>
    <message>
        <source>There is nothing in this article</source>
        <translation>В этой статье ничего нет</translation>
    </message>
    <message>
        <source>No role here</source>
        <translation>Здесь нет роли</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Без значения</translation>
    </message>
    <message>
        <source>Nothing to mark here</source>
        <translation>Здесь ничего нет</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Изменилось</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Выборка</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Противоречие</translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <source>“{name}” is new.</source>
        <translation>«{name}» — новое.</translation>
    </message>
    <message>
        <source>“{name}” is taken out; nothing has it.</source>
        <translation>«{name}» убирается; нигде не используется.</translation>
    </message>
    <message>
        <source>“{name}” is offered no more; {count} annotations keep it.</source>
        <translation>«{name}» больше не предлагается; остаётся в разметке: {count}.</translation>
    </message>
    <message>
        <source>“{name}” is offered again.</source>
        <translation>«{name}» снова предлагается.</translation>
    </message>
    <message>
        <source>“{name}” becomes “{after}”: {count} annotations.</source>
        <translation>«{name}» становится «{after}»: случаев {count}.</translation>
    </message>
    <message>
        <source>“{before}” is called “{after}”.</source>
        <translation>«{before}» называется «{after}».</translation>
    </message>
    <message>
        <source>The rule of “{name}” is another one.</source>
        <translation>Правило «{name}» меняется.</translation>
    </message>
    <message>
        <source>The key of “{name}”: {before} → {after}</source>
        <translation>Клавиша «{name}»: {before} → {after}</translation>
    </message>
    <message>
        <source>The colour of “{name}”: {before} → {after}</source>
        <translation>Цвет «{name}»: {before} → {after}</translation>
    </message>
    <message>
        <source>“{name}” is required.</source>
        <translation>«{name}» становится обязательным.</translation>
    </message>
    <message>
        <source>What “{name}” applies to is widened.</source>
        <translation>Область «{name}» расширяется.</translation>
    </message>
    <message>
        <source>“{name}” is not required any more.</source>
        <translation>«{name}» больше не обязательно.</translation>
    </message>
    <message>
        <source>No annotation has it.</source>
        <translation>Нигде не используется.</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>золотой</translation>
    </message>
    <message>
        <source>{count} annotations have it</source>
        <translation>Используется случаев: {count}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастные</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Цифры</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>Как в языке</translation>
    </message>
    <message>
        <source>In the window only; articles are always shown as they are.</source>
        <translation>Только в окне; статьи всегда показываются как есть.</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Шрифт</translation>
    </message>
    <message>
        <source>The usual one is Vazirmatn for Persian, and the system's for Russian.</source>
        <translation>Обычный шрифт: Vazirmatn для персидского, системный для русского.</translation>
    </message>
    <message>
        <source>Font size, points</source>
        <translation>Размер шрифта, пункты</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Межстрочный интервал</translation>
    </message>
    <message>
        <source>Longest line, characters</source>
        <translation>Самая длинная строка, знаков</translation>
    </message>
    <message>
        <source>Lines broken by hand</source>
        <translation>Разорванные строки</translation>
    </message>
    <message>
        <source>As stored, with a hint</source>
        <translation>Как сохранены, с подсказкой</translation>
    </message>
    <message>
        <source>Joined into paragraphs</source>
        <translation>Соединены в абзацы</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Как сохранены</translation>
    </message>
    <message>
        <source>Only what is shown changes, never the text. An article for which you chose keeps your choice.</source>
        <translation>Меняется только показ, но не текст. Для статьи, где вы выбрали сами, выбор остаётся в силе.</translation>
    </message>
    <message>
        <source>One paragraph stands out</source>
        <translation>Выделять только один абзац</translation>
    </message>
    <message>
        <source>Argument spans</source>
        <translation>Фрагменты-аргументы</translation>
    </message>
    <message>
        <source>Offer suggestions</source>
        <translation>Показывать подсказки</translation>
    </message>
    <message>
        <source>Nothing becomes an annotation until you take it.</source>
        <translation>Подсказка не становится разметкой, пока вы её не примете.</translation>
    </message>
    <message>
        <source>Learn from my finished articles</source>
        <translation>Учиться на моих готовых статьях</translation>
    </message>
    <message>
        <source>On this computer only, while you pause.</source>
        <translation>Только на этом компьютере, во время пауз.</translation>
    </message>
    <message>
        <source>Count my time at work</source>
        <translation>Считать моё рабочее время</translation>
    </message>
    <message>
        <source>For each article, without pauses of over a minute; it stays in this file.</source>
        <translation>По каждой статье, без пауз дольше минуты; остаётся в этом файле.</translation>
    </message>
    <message>
        <source>Adjudicate without names</source>
        <translation>Решать, не видя имён</translation>
    </message>
    <message>
        <source>Annotators are A, B, C until an article is done, others in each article.</source>
        <translation>Разметчики зовутся A, B, C, пока статья не готова; в каждой статье по-своему.</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>word lists</source>
        <translation>словари</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>словосочетание</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>шаблон</translation>
    </message>
    <message>
        <source>labelled before</source>
        <translation>размечено раньше</translation>
    </message>
    <message>
        <source>learned from you</source>
        <translation>выучено у вас</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>кандидат</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>New</source>
        <translation>Новая</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Закончена</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущена</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} ч {minutes} мин</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} мин</translation>
    </message>
</context>
</TS>
