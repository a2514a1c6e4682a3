// Code generated from api/openapi.yaml by "npm run gen". DO NOT EDIT.

export interface paths {
    "/agencies/{agency}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Writes in the agency's name, newest first */
        get: operations["listAgencyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprises of the area, by name, with search and filters and a strip of 30 days. No ranking by completion */
        get: operations["listArea"];
        put?: never;
        /** An office enters an enterprise after its survey (排摸建档); no account is needed */
        post: operations["foundEnterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The officer's enterprise page: archive, people, open hazards, assignments. A look, shown to the enterprise */
        get: operations["inspectEnterprise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the principal's account of an enterprise that has none; the initial password is shown once */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign the supervising office and its named officer from a day on */
        post: operations["assignEnterprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/bylaws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件3 items 1.1, 1.3, 1.5 and 1.6: approved documents only, without drafts. A look */
        get: operations["inspectBylaws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version as paper, its 签收表, or the uploaded file itself. A look */
        get: operations["inspectBylawPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/commissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The commissioning contracts of an enterprise of the area. A look, and so is each photo of one */
        get: operations["inspectCommissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件3 item 2.1: the month's calendar, the counts told apart, and the records */
        get: operations["inspectDailies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/daily/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One daily record. A look */
        get: operations["inspectDaily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/daily/{record}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper of a daily record. A look */
        get: operations["inspectDailyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/errands/{errand}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an errand of the agency stands */
        get: operations["readAreaErrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/errands/{errand}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an errand of the agency that is not over yet */
        post: operations["cancelAreaErrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/errands/{errand}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of an errand of the agency */
        get: operations["downloadAreaErrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The evidence of a date range as a zip. A look */
        get: operations["inspectEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/excuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A supervising officer excuses a past day, with a reason and in his name */
        post: operations["excuseDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/files/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that a certificate, a self-check report or a training is on. A look */
        get: operations["inspectFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of an enterprise of the area. A look */
        get: operations["inspectGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/hazards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件3 item 2.4: the hazards of an enterprise, orders among them. Causes and plans of self-found ones stay with the enterprise. A look */
        get: operations["inspectHazards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hazard with its dates and photos; of a self-found one neither cause nor plan. A look */
        get: operations["inspectHazard"];
        /** 责令改正, or a verified complaint, or a failed 监督抽查: in the officer's name, with legal basis and deadline. Only he or a named successor closes it. A look; repeating it gives the first answer */
        put: operations["orderRectification"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}/decisions/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The named officer closes what he ordered, sends it back, or moves its deadline; nobody else can */
        put: operations["decideOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}/officers/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name the officer who succeeds the one that ordered it */
        put: operations["assignOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}/receipts/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Confirm, in the officer's name, that the report of a 停产/停售/封存/召回 has been received */
        put: operations["receiptReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/licence-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《证照台账》 as the authority reads it. A look */
        get: operations["inspectLicencePaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The certificates of an enterprise, replaced and withdrawn ones among them, and its yearly self-check reports. A look */
        get: operations["inspectLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/monthlies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件3 item 2.3: the months with their minutes. A look */
        get: operations["inspectMonthlies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/monthlies/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Minutes as the authority reads them: how much advice there was and how much is answered, neither its words nor causes. A look */
        get: operations["inspectMonthly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/monthlies/{record}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper of the minutes as the authority reads them. A look */
        get: operations["inspectMonthlyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/packs/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask for a pack of an enterprise of the area, without advice (Art. 4) and without the evidence file. A look */
        put: operations["askAreaPack"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/photos/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo. A look */
        get: operations["inspectPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/suspicions/{suspicion}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report of an enterprise of the area. A look */
        get: operations["inspectSuspicion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/suspicions/{suspicion}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The office receipts a report in the officer's own name; sealed into the enterprise's chain. A look */
        put: operations["receiptSuspicion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/training/sessions/{session}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《培训记录》 of a session that was held. A look */
        get: operations["inspectTrainingPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/training/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件3 item 2.5: a year's plan, everybody's time and tests, the sessions held and the self-study done; nothing that is only planned or given. A look */
        get: operations["inspectTrainings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 附件3 item 2.2: the weeks of a year. A look */
        get: operations["inspectWeeklies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/weekly/{week}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One weekly report, without root causes. A look */
        get: operations["inspectWeekly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/enterprises/{enterprise}/weekly/{week}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The paper of a weekly report, without root causes. A look */
        get: operations["inspectWeeklyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/errands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked for in the agency's name, newest first */
        get: operations["listAreaErrands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the agency and of the offices below */
        get: operations["listMembers"];
        put?: never;
        /** Give a person a role in the agency or an office below; a new account's initial password is shown once */
        post: operations["addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a membership now */
        delete: operations["endMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the agency ordered in its area and has not closed (责令改正 and the like): what the enterprise has verified and awaits its closing first, then by deadline; at most 200. No look: it names no evidence */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who needs me, quiet counts of today, office × day calendar of a month */
        get: operations["readOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that an agency may decide for its area, with what this agency and its superiors decided */
        get: operations["listStaffingSwitches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/staffing/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decide a rule for the agency's area; undecided takes the decision back. Gaps are derived anew within the hour */
        put: operations["decideStaffing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agencies/{agency}/suspicions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of suspicious goods of the area, those without a receipt first; at most 200. No look: it names no evidence */
        get: operations["listReported"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprise's archive */
        get: operations["readEnterprise"];
        /** Change the archive's head */
        put: operations["editEnterprise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/advices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opinions and stop proposals: those that wait for their answer by deadline, then the others, newest first */
        get: operations["listAdvices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/advices/{advice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One opinion or stop proposal with every answer */
        get: operations["readAdvice"];
        /** Raise 意见建议 or 否决建议; sealed. Repeating the id repeats the answer. Who is the principal himself decides instead, and is told so */
        put: operations["raiseAdvice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/advices/{advice}/answers/{answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The principal adopts, adopts in part or refuses, with reasons; sealed. A later answer follows the former, both stay visible. Nobody answers his own advice */
        put: operations["answerAdvice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/advices/{advice}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《意见建议单》 or 《否决建议单》 as PDF, with both signatures */
        get: operations["readAdvicePaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/advices/{advice}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who raised it withdraws it with a reason, before it is answered; sealed */
        post: operations["withdrawAdvice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All appointments: letters that await an answer, those in office, then ended, refused and withdrawn ones */
        get: operations["listAppointments"];
        put?: never;
        /** Appoint a person to a post by a letter. He holds it from the moment he accepts; who appoints himself accepts at once. A person without an account gets one, its initial password is shown once */
        post: operations["appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appointment with its letter; who is only to accept a letter reads no other */
        get: operations["readAppointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The person accepts or refuses the letter. Accepting begins the post, and ends the appointment it replaces, in this instant. Repeating it gives the first answer */
        put: operations["answerAppointment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask another person of the enterprise, by a letter, to act during the holder's leave, until the end of a day; the holder himself or the principal may. He acts from the moment he accepts it; a principal who names himself acts at once. A letter that is not answered by the end of that day lapses */
        post: operations["deputise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the holder has still to do, to be read before he is dismissed, resigns or is replaced */
        get: operations["listOpenDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismiss now; write access ends and open duties are handed over in the same instant. The last principal cannot be dismissed */
        post: operations["endAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《任免调整文件》: why the appointment ended and what was handed to whom */
        get: operations["readAppointmentEnding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《任命书》; the answer is on it once it was given */
        get: operations["readAppointmentLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/resignation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The holder resigns: now, as a dismissal but by himself, or with notice. With notice he stays in office until the end of the last day and hands over then; meanwhile he may still leave at once */
        post: operations["resign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/resignation/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The holder takes back a resignation with notice until its last day is over: he stays as if he had not given it, and the principals are told. Both are sealed */
        post: operations["withdrawResignation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/appointments/{appointment}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a letter that awaits its answer: the principal any, a holder that of who was to act for him */
        post: operations["withdrawAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Logins and writes for the enterprise, newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/businesses/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Report headcount and revenue of a business; the size grade (附件1) follows at once. Unknown stays unknown */
        put: operations["reportBusiness"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All kinds of documents in the order of 附件3: which apply, what is in force, what is drafted, who has still to confirm */
        get: operations["listBylaws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The principal approves one or several drafts with one signature; each becomes the next version and is sealed. Where he is concerned himself, his approval is his confirmation. Repeating it repeats the answer */
        post: operations["approveBylaws"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin drafts from the templates, filled from the archive: those named, or all that apply and have neither version nor draft */
        post: operations["draftBylaws"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document with its draft and its versions */
        get: operations["readBylaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two versions; 0 is the draft */
        get: operations["compareBylaws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write the draft, as text or as an uploaded file, and submit it for approval if wished. The first save begins it */
        put: operations["editBylaw"];
        post?: never;
        /** Drop the draft; versions stay */
        delete: operations["dropBylawDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a version with its confirmations */
        get: operations["readBylawVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/confirmations/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 签收: the person asked says that he has read this version; sealed with its hash. Repeating it repeats the answer */
        put: operations["confirmBylaw"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version as paper, its 签收表, or the uploaded file itself */
        get: operations["readBylawPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/repeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 废止 with its reason; sealed */
        post: operations["repealBylaw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复审: the version goes on unchanged until the next day of review; sealed */
        post: operations["reviewBylaw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The days of a month with their state */
        get: operations["readCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprise's robots and webhooks; addresses masked, secrets never shown */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make or change a robot or webhook */
        put: operations["putChannel"];
        post?: never;
        /** End a robot or webhook */
        delete: operations["removeChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/channels/{channel}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a trial message and show what the gateway answered */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/commissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commissioning contracts, running ones by their end first */
        get: operations["listCommissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/commissions/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《委托加工合同台账》 */
        get: operations["readCommissionPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/commissions/{commission}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Enter a commissioning contract (委托加工), sealed; its end is an obligation. Repeating it repeats the answer */
        put: operations["putCommission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/commissions/{commission}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a contract now, with the reason */
        post: operations["endCommission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to the enterprise's channels and people, with every attempt, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/deliveries/{delivery}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a delivery again that was given up */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the enterprise's own rows say to the items 1.1–2.5 of 附件3: what is there, what is missing, why, and what settles it. No verdict, no score */
        get: operations["readDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/dossier/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《监管任务清单》自查页 as PDF or Word: the states in words, without √ or × */
        get: operations["readDossierPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/drafts/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own drafts */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/drafts/daily/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a copy of the officer's draft */
        put: operations["saveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/drafts/monthly/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The month's draft: figures computed from the rows, who is invited and who signed attendance, and what was prepared */
        get: operations["draftMonthly"];
        /** Keep what was prepared; another's change in between is a conflict */
        put: operations["saveMonthlyDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/drafts/monthly/{month}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sign attendance in one's own session; sealed. Repeating it changes nothing */
        put: operations["attendMonthly"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/drafts/weekly/{week}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A week's report before it is signed: the figures up to now with their rows, and the caller's saved words */
        get: operations["readWeeklyDraft"];
        /** Keep a copy of the caller's words */
        put: operations["saveWeeklyDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/duty-matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The matrix over the risk list in force and the people in office; what was never set is proposed from the items' posts and sites */
        get: operations["readDutyMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/duty-matrix/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《岗位质量安全责任矩阵》, of the version that was set last */
        get: operations["readDutyMatrixPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/duty-matrix/{matrix}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the matrix: a new sealed version. Repeating the id repeats the answer */
        put: operations["setDutyMatrix"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/errands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked for and takes longer than a request, newest first; only kinds that the caller may ask for himself */
        get: operations["listErrands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/errands/{errand}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an errand stands. Ask again after a second, then after longer and longer */
        get: operations["readErrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/errands/{errand}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an errand that is not over yet; cancelling it again repeats the answer */
        post: operations["cancelErrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/errands/{errand}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result, within a week; Range is honoured */
        get: operations["downloadErrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All sealed facts of a date range with every link between the bounding checkpoints, as a zip that the verifier (`zhize verify`, or its page) checks without network */
        get: operations["exportEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/exports/{errand}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask for a table as .xlsx or .csv; an errand makes it */
        put: operations["exportTable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/files/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file */
        get: operations["readFile"];
        /** Keep a file under its SHA-256: PDF, Word (.docx), JPEG, PNG or WebP, at most 10 MiB; its type is told by its bytes, not by its name. Idempotent */
        put: operations["putFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of purchases or deliveries, newest day first, the latest version of each entry */
        get: operations["listGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/goods/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《进货查验记录》 or 《出厂检验记录》 of a range of days, at most 92 */
        get: operations["readGoodsPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/goods/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was logged last, once for each product and partner, to be logged again with a new batch */
        get: operations["recentGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/goods/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry with all its versions */
        get: operations["readGoods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/goods/{entry}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Log a batch, sealed at once; a later version of the same entry is a 更正 and needs its reason. Repeating a version repeats the answer */
        put: operations["logGoods"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/hazard-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《风险隐患台账》 of the hazards found in a range of days, as PDF */
        get: operations["readHazardRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/hazards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hazards, open ones by deadline, then closed ones newest first */
        get: operations["listHazards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/hazards/{hazard}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A hazard with all its steps */
        get: operations["readHazard"];
        /** Report a hazard at any time: what was seen, with photos. The same item of the same site that is open already is attached to, not doubled. Repeating it gives the first answer */
        put: operations["reportHazard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/hazards/{hazard}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《风险隐患整改单》, or with a containment 《停产停售封存召回处置单》, as PDF */
        get: operations["readHazardPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/hazards/{hazard}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a step: measure → planned (cause, plan, owner; larger and major ones only after the report upwards) → rectified (with evidence and cause) → verified by another person (one person in all posts: with a new photo, and it is shown) → closed. No step can be skipped; what the authority ordered is closed by its named officer */
        put: operations["advanceHazard"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This month's checks told apart, the people in office, what is to be done by deadline, the trend of twelve months, and what is still open of 附件3 1.1–2.5 */
        get: operations["readHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last 50 files, newest first */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file with what was found in it: every bad cell by row and column, and what to do (the first 500) */
        get: operations["readImport"];
        /** Bring an .xlsx of at most 20 MiB and 20,000 rows. Every row is tried as if it were stored and nothing is stored; the errand of the same id makes the file with its faults. Repeating it repeats the answer */
        put: operations["uploadTable"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/imports/{import}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store all rows of a file that was tried without a fault, or none, once; an errand does it. Where a row is refused that was good when it was tried, the file is faulty. Where storing was cancelled or failed, the file is ready again */
        post: operations["acceptImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/imports/{import}/people/{account}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue the first password of a person for whom the import opened an account, until he has entered. It is kept nowhere: asking again issues another in its place */
        post: operations["issuePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/ladder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Per kind of duty: when it is recalled and when an overdue one is taken to the director and the principal */
        get: operations["readLadder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/ladder/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one kind's rungs, or go back to the standard */
        put: operations["editLadder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own appointments and letters, those that await his answer first */
        get: operations["listMyLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/licence-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《证照台账》 */
        get: operations["readLicencePaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates by what ends first, products without a valid one as a remark, and the yearly self-check reports */
        get: operations["listLicences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/licences/{licence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate with its history */
        get: operations["readLicence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/licences/{licence}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Enter a certificate; one that replaces another is its renewal. A later version corrects and needs a reason */
        put: operations["putLicence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/licences/{licence}/withdrawals/{withdrawal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record that a certificate was given up (注销), revoked (撤销, 吊销) or is no longer used, with the reason */
        put: operations["withdrawLicence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which agency looked at what, and when; newest first */
        get: operations["listLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 应履行事项: what is to be done by when, except the daily checks, by deadline (at most 500) */
        get: operations["listObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/packs/{pack}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ask for a pack: all papers of a range of days in the order of 附件3, as PDF and Word, with a cover, the rows as a workbook, the sealed evidence and the SHA-256 of every file. For the principal, the director, and who keeps the enterprise alone. It is an errand: read, cancel and download it as one */
        put: operations["askPack"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/people/{account}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person recorded, reviewed, raised, whom he appointed and dismissed, what he was assigned and was told; he himself and the principal may read it */
        get: operations["readPersonFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/people/{account}/file/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《履职档案》, as PDF or Word */
        get: operations["readPersonFilePaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/photos/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo */
        get: operations["readPhoto"];
        /** Keep a photo under its SHA-256; JPEG, PNG or WebP, at most 8 MiB and 50 megapixels. Idempotent */
        put: operations["putPhoto"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a product with its regime (生产许可 / CCC / 强制性标准 / none) */
        post: operations["addProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/products/{product}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change or drop a product */
        put: operations["editProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed checkpoint with the proof that the enterprise's chain is in it; keep it outside this service */
        get: operations["readReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Daily records, newest day first, latest version of each */
        get: operations["listDailies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/daily/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record with all its versions, reviews and hazards */
        get: operations["readDaily"];
        /** Submit a day's check: all or nothing, sealed, once. Repeating it gives the first answer; a second officer's record of the same site, day and shift is a conflict that names the first */
        put: operations["submitDaily"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/daily/{record}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《每日工业产品质量安全检查记录》 as PDF or Word */
        get: operations["readDailyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/daily/{record}/reviews/{review}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The director accepts the record or asks for a 更正; the record stays submitted */
        put: operations["reviewDaily"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/daily/{record}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更正: a new version with its reason; both stay visible and the day never moves */
        put: operations["correctDaily"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The months that ask for minutes, newest first, with those signed, and the resolutions that are still open */
        get: operations["listMonthlies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/monthly/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Minutes with all their versions, and what became of the resolutions */
        get: operations["readMonthly"];
        /** The principal signs the month's minutes: sealed, once. 409 if the figures moved since he read them. Each resolution becomes its owner's obligation */
        put: operations["signMonthly"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/monthly/{record}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《每月工业产品质量安全调度会议纪要》 */
        get: operations["readMonthlyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/monthly/{record}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更正: a new version of the words with its reason; figures, attendance and resolutions never change */
        put: operations["correctMonthly"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The weeks of a year, newest first: signed, to be signed, excused, missed */
        get: operations["listWeeklies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/weekly/{week}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A signed report with all its versions */
        get: operations["readWeekly"];
        /** Sign the week's report, sealed, once: by the director, or by the officer where no director is in office. If the figures have moved since they were read, it is a conflict that carries the new ones */
        put: operations["signWeekly"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/weekly/{week}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 阅知: the principal has read the report; sealed, once a version */
        put: operations["acknowledgeWeekly"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/weekly/{week}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《每周工业产品质量安全排查治理报告》 as PDF */
        get: operations["readWeeklyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/records/weekly/{week}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更正: a new version of the words with its reason; both stay visible and the figures never move */
        put: operations["correctWeekly"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/resolutions/{resolution}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A resolution with every report about it */
        get: operations["readResolution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/resolutions/{resolution}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Its owner reports it done, with a note; the principal may send it back. Sealed */
        put: operations["advanceResolution"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/risk-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list in force, the draft if there is one, and the versions */
        get: operations["readRiskList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/risk-list/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The principal approves the draft; it is sealed as the next version and in force from now on */
        post: operations["approveRiskList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/risk-list/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed from one version to another; version 0 is the draft */
        get: operations["compareRiskLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/risk-list/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the draft's items */
        put: operations["editRiskList"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/risk-list/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a draft from the templates for the enterprise's businesses, product categories and size grade; a D-grade shop's daily list has at most 8 items */
        post: operations["proposeRiskList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/risk-list/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One approved version */
        get: operations["readRiskListVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/risk-list/versions/{version}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《工业产品质量安全风险管控清单》 of an approved version as PDF or Word */
        get: operations["readRiskListPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/self-checks/{year}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record the yearly self-check report (年度自查报告) and where it was published. A later version corrects and needs a reason */
        put: operations["publishSelfCheck"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The working pattern of each site */
        get: operations["listShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a site; it starts with one shift, Monday to Sunday 08:00–18:00 */
        post: operations["addSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/sites/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change or close a site */
        put: operations["editSite"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/sites/{site}/exceptions/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a coming day depart from the pattern: open or resting */
        put: operations["exceptDay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/sites/{site}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replace the working pattern of a site from the first day on of which nothing has opened: tomorrow as a rule */
        put: operations["planShifts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/size-grades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of the size grade, newest first, each with its reason in words */
        get: operations["listSizeGrades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The staffing rules with how the enterprise stands to each, derived at this instant from its businesses, products, size grade and appointments */
        get: operations["readStaffing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suspension notices, newest first */
        get: operations["listSuspensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspensions/{suspension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** File a notice (停产/停业/放假) of at most 30 days from today on; filed by the principal it is signed at once, otherwise it waits for his signature */
        put: operations["fileSuspension"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspensions/{suspension}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work is resumed early, from today */
        post: operations["endSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspensions/{suspension}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The principal signs; checks whose time is over are not excused by it */
        post: operations["signSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspicions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of suspicious goods, open ones first */
        get: operations["listSuspicions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspicions/{suspicion}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report with what followed */
        get: operations["readSuspicion"];
        /** Stop goods whose price, source or genuineness is doubtful and report them to the supervising office (附件3, sales 3.3 and 5), sealed. Repeating it repeats the answer */
        put: operations["reportSuspicion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspicions/{suspicion}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what became of the goods; ends the duty to deal with them */
        put: operations["handleSuspicion"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/suspicions/{suspicion}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《可疑产品报告单》 with the office's receipt */
        get: operations["readSuspicionPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tables that the caller may bring in or take out */
        get: operations["listTables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/tables/{table}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty .xlsx to be filled in: Chinese headings, fixed choices as lists */
        get: operations["readTableTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many days after its end the report of a week or the meeting of a month is still in time */
        get: operations["readTerms"];
        /** Change these days for the weeks and months that have not begun */
        put: operations["editTerms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The today screen: the open checks with their items, the last seven days, and my tasks with deadlines */
        get: operations["readToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/readings/{reading}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person's self-study with its material */
        get: operations["readReading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/readings/{reading}/confirmations/{confirmation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The person confirms that he studied, and for how long by his own account. Again, with a reason, it is a correction */
        put: operations["confirmReading"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/readings/{reading}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person opens the material; the first time is kept */
        post: operations["openReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/readings/{reading}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a self-study back from a person, with the reason */
        post: operations["withdrawReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session with everybody's attendance; who has not answered has none */
        get: operations["readSession"];
        /** Plan a session, or change one that is not yet held; the caller is its organiser */
        put: operations["planSession"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/sessions/{session}/attendances/{attendance}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sign for one's own attendance in one's own session, or by hand on the organiser's device; the organiser notes an absence. A second answer is a correction and needs a reason */
        put: operations["signAttendance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/sessions/{session}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a session that is not held, with the reason */
        post: operations["cancelSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/sessions/{session}/holdings/{holding}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record that the session was held, when everybody's attendance is answered. Again, with a reason, it is a correction */
        put: operations["holdSession"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/sessions/{session}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《培训记录》 of a session that was held */
        get: operations["readSessionPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/studies/{study}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give people material to study by a day that the organiser sets. Idempotent; a study given cannot be changed */
        put: operations["assignStudy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/tests/{test}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Record an in-house test with its paper. Nobody records his own, except who holds all posts alone, and it is shown. A later version corrects and needs a reason */
        put: operations["recordTest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A year: the plan, everybody's time by kind in the order of posts (no ranking), sessions and self-study */
        get: operations["readTrainingYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/years/{year}/people/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person's year with every entry, test and topic still needed */
        get: operations["readTrainingPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/years/{year}/people/{account}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《个人培训学时表》 */
        get: operations["readTrainingPersonPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/years/{year}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write the year's plan as a new sealed version. The time wanted of a post is the enterprise's own figure */
        put: operations["planTraining"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/training/years/{year}/plan/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 《年度培训计划》 in its latest version */
        get: operations["readTrainingPlanPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/transcripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Copies of past paper records, newest day first. They fulfil nothing and are counted nowhere */
        get: operations["listTranscripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/enterprises/{enterprise}/transcripts/{transcript}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Copy a past paper record; sealed as a copy. Repeating it repeats the answer */
        put: operations["enterTranscript"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with login and password; sets the refresh cookie */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke the present session */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's account, memberships and permissions */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enterprises in which the caller holds or held a post: his file stays his after he left */
        get: operations["listMyFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/files/{enterprise}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own file in an enterprise, also after he left */
        get: operations["readMyFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/files/{enterprise}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own file as ZIP: the page as PDF and the facts as JSON */
        get: operations["exportMyFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/files/{enterprise}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own file, as PDF or Word */
        get: operations["readMyFilePaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's inbox over all his enterprises, newest first, with how each was delivered */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notices as read; all of them if none is named */
        post: operations["markNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notices the caller has not read, 100 at most */
        get: operations["countNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the password; all other sessions end */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the caller is reminded: channels, quiet hours, slots */
        get: operations["readPreference"];
        /** Change how the caller is reminded */
        put: operations["setPreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's open sessions */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the caller's sessions at once */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's checks and tasks of today in every enterprise in which he holds a post, each named; at most 50 enterprises */
        get: operations["readMyToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Product categories of the risk-item templates, by side */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/entry-reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reasons for entering an enterprise into the archive (录入原因) */
        get: operations["listEntryReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/identifier-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check an identifier while it is typed: malformed, check digit, or fine */
        post: operations["checkIdentifier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offices an enterprise can register with */
        get: operations["listOffices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/risk-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The starting risk-control items, by side and category. Our own wording, to be adapted by each enterprise */
        get: operations["listTemplateItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an enterprise with its principal's account */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the refresh cookie for its successor and a new access token. Repeating the last token within 60 s gives the same successor; any other reuse revokes the session */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verifications/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the QR code on a paper stands for: whether the record exists as printed. No personal data */
        get: operations["verifyPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verifier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The offline verifier of evidence: one page that a browser opens from a folder and that asks nothing of the network */
        get: operations["readVerifier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptImportInputBody: {
            /**
             * Format: uuid
             * @description Minted by the client: the id of the errand that stores
             */
            errand: string;
        };
        AcknowledgeWeeklyInputBody: {
            /**
             * Format: int64
             * @description The version that was read
             */
            version: number;
        };
        AddMemberInputBody: {
            /**
             * Format: uuid
             * @description The agency itself or one below
             */
            agency: string;
            login: string;
            name: string;
            /** @enum {string} */
            role: "supervisor" | "chief";
        };
        AdvanceHazardInputBody: {
            /** @description With contained */
            act?: components["schemas"]["ContainmentOf"];
            /**
             * @description With planned, and with rectified where no plan said it
             * @enum {string}
             */
            cause?: "man" | "machine" | "material" | "method" | "environment" | "management";
            /** @description With planned */
            causeNote?: string;
            /**
             * Format: date
             * @description With planned: not later than the deadline; with extended: the new deadline
             */
            due?: string;
            /** @enum {string} */
            kind: "measure" | "reported" | "planned" | "extended" | "rectified" | "sent_back" | "verified" | "closed" | "reopened" | "contained" | "notified" | "recall_progress" | "lifted";
            /** @description What was done; with planned the plan, with extended the reason */
            note: string;
            /**
             * Format: uuid
             * @description With notified, recall_progress and lifted: the containment
             */
            of?: string;
            /**
             * Format: uuid
             * @description With planned: the account of who rectifies it
             */
            owner?: string;
            photos?: string[];
            /**
             * Format: double
             * @description With recall_progress: recalled in all so far
             */
            recalled?: number;
            /**
             * Format: uuid
             * @description With reported: the account of the director or principal who was told
             */
            to?: string;
        };
        AdvanceResolutionInputBody: {
            /** @enum {string} */
            kind: "done" | "sent_back";
            note: string;
            photos?: string[];
        };
        Advice: {
            /** @description Required in a stop proposal; empty in an opinion */
            actions: ("stop_production" | "stop_sale" | "recall" | "other")[];
            /** @description Oldest first; the latest stands */
            answers: components["schemas"]["AdviceAnswer"][];
            /** Format: date */
            day: string;
            /**
             * Format: date-time
             * @description The product's own deadline: 7 days, of a stop proposal 1 day
             */
            due: string;
            /** @description What was found; at least 5 characters */
            facts: string;
            /**
             * Format: uuid
             * @description The refused stop proposal that this one raises again with new facts
             */
            former?: string;
            /** @description Required in a stop proposal */
            goods: components["schemas"]["AdviceGoods"][];
            /** Format: uuid */
            id: string;
            /**
             * @description 意见建议 or 否决建议
             * @enum {string}
             */
            kind: "opinion" | "stop";
            /** @description It was first answered after its deadline */
            late: boolean;
            /** @description The caller may answer it now */
            mayAnswer: boolean;
            /** @description The caller may raise it again with new facts */
            mayRepeat: boolean;
            mayWithdraw: boolean;
            /** @description As printed on its paper */
            number: string;
            /**
             * @description Of the latest answer
             * @enum {string}
             */
            outcome?: "adopted" | "partly" | "refused";
            /** @description 逾期未答复: it waits and its deadline is over */
            overdue: boolean;
            /** @description SHA-256 of photos already kept */
            photos: string[];
            /** @description Later proposals that refer to it */
            raisedAgain: string[];
            /** Format: date-time */
            raisedAt: string;
            /** Format: uuid */
            raisedBy: string;
            raisedName: string;
            /** @enum {string} */
            raisedPost: "director" | "officer";
            /**
             * @description How it was signed
             * @enum {string}
             */
            signed: "hand" | "tap";
            /** @enum {string} */
            state: "waiting" | "answered" | "withdrawn";
            /** @description What should be done, in words; required in an opinion and with other */
            wish?: string;
            withdrawal?: components["schemas"]["AdviceWithdrawal"];
        };
        AdviceAnswer: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            measures?: string;
            /**
             * Format: date
             * @description The day of the analysis meeting (研判会)
             */
            metOn?: string;
            name: string;
            /** @enum {string} */
            outcome: "adopted" | "partly" | "refused";
            reason?: string;
            /** @enum {string} */
            signed: "hand" | "tap";
        };
        AdviceEntry: {
            /** @description Required in a stop proposal; empty in an opinion */
            actions: ("stop_production" | "stop_sale" | "recall" | "other")[];
            /** Format: date */
            day: string;
            /**
             * Format: date-time
             * @description The product's own deadline: 7 days, of a stop proposal 1 day
             */
            due: string;
            /** @description What was found; at least 5 characters */
            facts: string;
            /**
             * Format: uuid
             * @description The refused stop proposal that this one raises again with new facts
             */
            former?: string;
            /** @description Required in a stop proposal */
            goods: components["schemas"]["AdviceGoods"][];
            /** Format: uuid */
            id: string;
            /**
             * @description 意见建议 or 否决建议
             * @enum {string}
             */
            kind: "opinion" | "stop";
            /** @description It was first answered after its deadline */
            late: boolean;
            /** @description As printed on its paper */
            number: string;
            /**
             * @description Of the latest answer
             * @enum {string}
             */
            outcome?: "adopted" | "partly" | "refused";
            /** @description 逾期未答复: it waits and its deadline is over */
            overdue: boolean;
            /** @description SHA-256 of photos already kept */
            photos: string[];
            /** Format: date-time */
            raisedAt: string;
            /** Format: uuid */
            raisedBy: string;
            raisedName: string;
            /** @enum {string} */
            raisedPost: "director" | "officer";
            /** @enum {string} */
            state: "waiting" | "answered" | "withdrawn";
            /** @description What should be done, in words; required in an opinion and with other */
            wish?: string;
        };
        AdviceGoods: {
            /** @description Batches, serial numbers or days of production; absent means all */
            batch?: string;
            name: string;
            /**
             * Format: uuid
             * @description Of the archive; absent where it is named by hand
             */
            product?: string;
        };
        AdviceWithdrawal: {
            /** Format: date-time */
            at: string;
            reason: string;
        };
        AdvicesOutputBody: {
            items: components["schemas"]["AdviceEntry"][];
            next?: string;
        };
        Answer: {
            /**
             * @description Answered with others by one tap: 其余均符合, or 今日未进货/未生产
             * @enum {string}
             */
            bulk?: "rest_pass" | "no_batch";
            /** Format: uuid */
            item: string;
            /** @description With fail: what was done at once */
            measure?: string;
            /** @description With fail: what was found; required */
            note?: string;
            /** @description SHA-256 of photos already kept */
            photos?: string[];
            /**
             * @description With fail: 一般/较大/重大; general if absent
             * @enum {string}
             */
            severity?: "general" | "larger" | "major";
            /**
             * Format: double
             * @description Measured, in the item's unit
             */
            value?: number;
            /** @enum {string} */
            verdict: "pass" | "fail" | "na";
        };
        AnswerAdviceInputBody: {
            declaration: components["schemas"]["Declaration"];
            /** @description What is done; required unless it is refused */
            measures?: string;
            /** @description The day of the analysis meeting; required for a stop proposal, never in the future */
            metOn?: string;
            /** @enum {string} */
            outcome: "adopted" | "partly" | "refused";
            /** @description Required, at least 10 characters, unless it is adopted at once */
            reason?: string;
        };
        AnswerAppointmentInputBody: {
            /** @enum {string} */
            answer: "accepted" | "refused";
            /** @description The commitment under which he accepts; required with an acceptance */
            declaration?: components["schemas"]["Declaration"];
            /** @description Required with a refusal */
            reason?: string;
        };
        AppointInputBody: {
            /**
             * Format: uuid
             * @description A person who already has an appointment here
             */
            account?: string;
            /** @description The words under which the letter is signed; the signature by hand is printed in it */
            declaration?: components["schemas"]["Declaration"];
            /** @description As printed in the letter; the post's usual ones if absent */
            duties?: string;
            /**
             * @description Full time if absent
             * @enum {string}
             */
            employment?: "full_time" | "part_time";
            /**
             * Format: uuid
             * @description Minted by the client; repeating it repeats the answer
             */
            id: string;
            /** @description With a new person */
            login?: string;
            /** @description With a new person */
            name?: string;
            phone?: string;
            /** @enum {string} */
            post: "principal" | "director" | "officer";
            /** @description Present products; none means all */
            products?: string[];
            /**
             * Format: uuid
             * @description An appointment to the same post that ends when this one is accepted
             */
            replaces?: string;
            /** @description 直接报告权; granted if absent */
            report?: boolean;
            /** @description Open sites; none means all. A principal is for all */
            sites?: string[];
            /**
             * Format: date
             * @description The last day of the term, from tomorrow to ten years ahead; absent means open-ended. A principal has no term
             */
            until?: string;
            /** @description 停产停售否决建议权; granted if absent */
            veto?: boolean;
        };
        AppointOutputBody: {
            appointment: components["schemas"]["Appointment"];
            /** @description Shown once */
            initialPassword?: string;
            login: string;
        };
        Appointment: {
            /** Format: uuid */
            account: string;
            /**
             * Format: date-time
             * @description Until when a pending letter is to be answered
             */
            answerBy?: string;
            /** @description Why it was refused or withdrawn */
            answerWhy?: string;
            /** Format: date-time */
            answeredAt?: string;
            /** @description 一人兼任: the person holds another post as well */
            concurrent: boolean;
            /** @description The name of that holder */
            deputyFor?: string;
            /** @description The appointment for whose holder he acts */
            deputyOf?: string;
            duties?: string;
            /**
             * @description 全职 or 兼职
             * @enum {string}
             */
            employment: "full_time" | "part_time";
            /** Format: date-time */
            endedAt?: string;
            /** @enum {string} */
            endedKind?: "dismissed" | "resigned" | "replaced" | "renewed" | "expired";
            /** @description Why it ended, or why he resigned with notice */
            endedWhy?: string;
            /** Format: date-time */
            from: string;
            /** Format: uuid */
            id: string;
            inOffice: boolean;
            /**
             * Format: date
             * @description He has resigned with notice; he is in office until the end of this day
             */
            lastDay?: string;
            /** @description Who signed the letter */
            madeName?: string;
            /** @description Of the letter; absent where none was written */
            number?: string;
            personName: string;
            /** @enum {string} */
            post: "principal" | "director" | "officer";
            /** @description None means all products */
            products: string[];
            /** @description The appointment that ends when this one is accepted; of the same person it is a renewal */
            replaces?: string;
            /** @description 直接报告权 is granted in the letter */
            report: boolean;
            resignations?: components["schemas"]["Resignation"][];
            /** @description None means all sites */
            sites: string[];
            /**
             * @description lapsed: the term ran out before the letter was answered
             * @enum {string}
             */
            state: "pending" | "in_office" | "ended" | "refused" | "withdrawn" | "lapsed";
            /** @description The name of who took over the open duties */
            successor?: string;
            /**
             * Format: date-time
             * @description The end of the term's last day; absent means open-ended
             */
            until?: string;
            /** @description 停产停售否决建议权 is granted in the letter */
            veto: boolean;
        };
        AppointmentsOutputBody: {
            items: components["schemas"]["Appointment"][];
        };
        ApproveBylawsInputBody: {
            declaration: components["schemas"]["Declaration"];
            /**
             * Format: date
             * @description Today to 90 days ahead
             */
            effectiveDay: string;
            items: components["schemas"]["BylawApproval"][];
            /**
             * Format: date
             * @description After the effective day, at most three years
             */
            reviewDay: string;
        };
        ApproveRiskListInputBody: {
            declaration: components["schemas"]["Declaration"];
            /** Format: int64 */
            revision: number;
        };
        AreaEntry: {
            businesses: string[];
            hasAccount: boolean;
            /** Format: uuid */
            id: string;
            identifier?: string;
            inScope?: boolean;
            name: string;
            officeName: string;
            officerName?: string;
            /** Format: int64 */
            openHazards: number;
            /** @enum {string} */
            sizeGrade: "A" | "B" | "C" | "D" | "";
            /** @description The last 30 days, oldest first; the gravest state of a day's sites and shifts */
            strip: components["schemas"]["StripDay"][];
        };
        AreaListOutputBody: {
            items: components["schemas"]["AreaEntry"][];
            next?: string;
        };
        AssignEnterpriseInputBody: {
            /** Format: date */
            from: string;
            /** Format: uuid */
            office: string;
            /**
             * Format: uuid
             * @description The named officer's account
             */
            officer?: string;
        };
        AssignOrderInputBody: {
            /** @description Why */
            note: string;
            /**
             * Format: uuid
             * @description The account of a member of the agency
             */
            officer: string;
        };
        AssignStudyInputBody: {
            accounts: string[];
            /**
             * Format: date
             * @description The last day; today or later
             */
            due: string;
            materials: components["schemas"]["FileRef"][];
            title: string;
            topics: string[];
        };
        Assignment: {
            /** Format: date */
            from: string;
            /** Format: uuid */
            office: string;
            officeName: string;
            officerName?: string;
            until?: string;
        };
        AssignmentsOutputBody: {
            items: components["schemas"]["Assignment"][];
        };
        Attempt: {
            answer: string;
            /** @description The answer, for other languages; without a code it is the gateway's own */
            answerSaid: components["schemas"]["Sentence"];
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            outcome: "accepted" | "refused" | "failed";
            /** Format: int64 */
            tookMs: number;
        };
        AttendMonthlyInputBody: {
            declaration: components["schemas"]["Declaration"];
        };
        Attendee: {
            /** Format: uuid */
            account: string;
            /** @description With hand */
            signature?: number[][];
            /**
             * @description Signed in his own session, by hand on the principal's phone, or absent. Nothing is answered by default
             * @enum {string}
             */
            way: "own" | "hand" | "absent";
            /** @description Why absent */
            why?: string;
        };
        AuditEntry: {
            address: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            name: string;
            operation: string;
            /** @enum {string} */
            outcome: "done" | "refused";
        };
        AuditOutputBody: {
            items: components["schemas"]["AuditEntry"][];
            next?: string;
        };
        BusinessFigures: {
            /**
             * @description Whence the figures
             * @enum {string}
             */
            basis: "annual_report" | "tax" | "self_declared" | "survey" | "other";
            /**
             * Format: int64
             * @description People at the period's end (从业人员); absent if unknown
             */
            headcount?: number;
            /** @enum {string} */
            kind: "production" | "wholesale" | "retail";
            /**
             * Format: double
             * @description Revenue of the industrial products in 万元, two decimals; absent if unknown
             */
            revenue?: number;
            /** Format: int64 */
            year: number;
        };
        Bylaw: {
            /** @description Derived from businesses and product categories */
            applies: boolean;
            /** @description On what the template rests, in words */
            basis: string[];
            /** @description Approved, in force from a later day */
            coming?: components["schemas"]["BylawVersion"];
            /** @description In force today */
            current?: components["schemas"]["BylawVersion"];
            draft?: components["schemas"]["BylawDraft"];
            /**
             * @description The item of 附件3
             * @example 1.1
             */
            item: string;
            /** @example management */
            kind: string;
            /** @description Whose holders are asked to confirm, unless the draft says otherwise */
            posts: ("principal" | "director" | "officer")[];
            title: string;
            /** @description Whether all of the basis was read */
            verified: boolean;
            /** @description Newest first */
            versions: components["schemas"]["BylawVersion"][];
            /** @description Hung up where people work */
            wall: boolean;
            /** @description Why it does not apply */
            why?: string;
            /** @description The same for other languages */
            whySaid?: components["schemas"]["Sentence"];
        };
        BylawApproval: {
            kind: string;
            /** Format: int64 */
            revision: number;
        };
        BylawConfirmation: {
            /** Format: date-time */
            askedAt: string;
            /** @description He approved it himself */
            byApproval: boolean;
            /** Format: date-time */
            confirmedAt?: string;
            /** @description No longer in office, and no longer asked */
            left: boolean;
            name: string;
            /** Format: uuid */
            request: string;
        };
        BylawDiffOutputBody: {
            /** @description One of the two is a file; its text is not compared */
            files: boolean;
            lines: components["schemas"]["BylawLine"][];
        };
        BylawDraft: {
            /** Format: date-time */
            draftedAt: string;
            draftedName: string;
            file?: components["schemas"]["FileRef"];
            /** @enum {string} */
            form: "text" | "file";
            /** @description The caller may approve it as it stands */
            mayApprove: boolean;
            note: string;
            parts: components["schemas"]["BylawPart"][];
            posts: ("principal" | "director" | "officer")[];
            /** Format: int64 */
            revision: number;
            /** @enum {string} */
            state: "draft" | "submitted";
            /** @description A line that begins with '# ' is a chapter, one with '- ' an item, every other an article; numbers are set by the server */
            text: string;
        };
        BylawLine: {
            /** @enum {string} */
            change: "same" | "added" | "removed";
            /** @enum {string} */
            kind: "chapter" | "article" | "item";
            /** @example 第一条 */
            number: string;
            text: string;
        };
        BylawPart: {
            /** @enum {string} */
            kind: "chapter" | "article" | "item";
            /** @example 第一条 */
            number: string;
            text: string;
        };
        BylawText: {
            /** Format: date-time */
            approvedAt: string;
            approvedName: string;
            /**
             * Format: int64
             * @description People who are to confirm it
             */
            asked: number;
            confirmations: components["schemas"]["BylawConfirmation"][];
            /**
             * Format: int64
             * @description Those who have
             */
            confirmed: number;
            /** Format: date */
            effectiveDay: string;
            file?: components["schemas"]["FileRef"];
            /** @enum {string} */
            form: "text" | "file";
            /** @description SHA-256 of the sealed bytes, hex */
            hash: string;
            kind: string;
            note: string;
            parts: components["schemas"]["BylawPart"][];
            posts: ("principal" | "director" | "officer")[];
            repealedWhy?: string;
            /**
             * Format: uuid
             * @description The caller's own confirmation, if it is still open
             */
            request?: string;
            /**
             * Format: date
             * @description The next day of review (复审)
             */
            reviewDay: string;
            /** @enum {string} */
            state: "in_force" | "coming" | "superseded" | "repealed";
            title: string;
            /** Format: int64 */
            version: number;
            wall: boolean;
        };
        BylawVersion: {
            /** Format: date-time */
            approvedAt: string;
            approvedName: string;
            /**
             * Format: int64
             * @description People who are to confirm it
             */
            asked: number;
            /**
             * Format: int64
             * @description Those who have
             */
            confirmed: number;
            /** Format: date */
            effectiveDay: string;
            file?: components["schemas"]["FileRef"];
            /** @enum {string} */
            form: "text" | "file";
            /** @description SHA-256 of the sealed bytes, hex */
            hash: string;
            note: string;
            posts: ("principal" | "director" | "officer")[];
            repealedWhy?: string;
            /**
             * Format: uuid
             * @description The caller's own confirmation, if it is still open
             */
            request?: string;
            /**
             * Format: date
             * @description The next day of review (复审)
             */
            reviewDay: string;
            /** @enum {string} */
            state: "in_force" | "coming" | "superseded" | "repealed";
            /** Format: int64 */
            version: number;
        };
        BylawsOutputBody: {
            items: components["schemas"]["Bylaw"][];
            /** @description What the templates are worth */
            note: string;
        };
        CalendarOutputBody: {
            counts: components["schemas"]["Counts"];
            days: components["schemas"]["DayState"][];
            month: string;
        };
        CancelSessionInputBody: {
            reason: string;
        };
        CategoriesOutputBody: {
            production: string[];
            sales: string[];
        };
        ChangePasswordInputBody: {
            current: string;
            /** @description At least 8 characters of at least 3 classes; not the login */
            new: string;
        };
        ChannelsOutputBody: {
            items: components["schemas"]["NoticeChannel"][];
        };
        CheckIdentifierOutputBody: {
            /** @description The text with its code */
            said?: components["schemas"]["Sentence"];
            text?: string;
            /** @description Normalised */
            value: string;
            /** @enum {string} */
            verdict: "fine" | "malformed" | "check_digit";
        };
        CheckOf: {
            /**
             * Format: date
             * @description The day on which the shift starts
             */
            day: string;
            /** Format: uuid */
            shift: string;
            /** Format: uuid */
            site: string;
        };
        ClosingWave: {
            /**
             * Format: int64
             * @description How many were closed; never fewer than 5
             */
            count: number;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        CodeText: {
            code: string;
            text: string;
        };
        Commission: {
            /** @description Filed with the authority where that is asked for */
            announced?: boolean;
            /** Format: date-time */
            at: string;
            /** @description Number of the contract */
            contract?: string;
            /** Format: date-time */
            endedAt?: string;
            endedWhy?: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @description The maker's licence or certificate number */
            license?: string;
            name: string;
            note?: string;
            partner: string;
            /** @description Pages of the contract, each kept before; sealed with it */
            photos?: string[];
            product: string;
            /**
             * @description principal: we have it made (委托方); agent: we make it (受托方)
             * @enum {string}
             */
            role: "principal" | "agent";
            /** @enum {string} */
            state: "coming" | "running" | "over" | "ended";
            /** Format: date */
            until: string;
        };
        CommissionFields: {
            /** @description Filed with the authority where that is asked for */
            announced?: boolean;
            /** @description Number of the contract */
            contract?: string;
            /** Format: date */
            from: string;
            /** @description The maker's licence or certificate number */
            license?: string;
            note?: string;
            partner: string;
            /** @description Pages of the contract, each kept before; sealed with it */
            photos?: string[];
            product: string;
            /**
             * @description principal: we have it made (委托方); agent: we make it (受托方)
             * @enum {string}
             */
            role: "principal" | "agent";
            /** Format: date */
            until: string;
        };
        CommissionsOutputBody: {
            items: components["schemas"]["Commission"][];
        };
        ConfirmBylawInputBody: {
            declaration: components["schemas"]["Declaration"];
        };
        ConfirmReadingInputBody: {
            /**
             * Format: date
             * @description When he studied: not before it was given, not in the future
             */
            day: string;
            declaration: components["schemas"]["Declaration"];
            /**
             * Format: int64
             * @description By his own account; no more than has passed since he opened it
             */
            minutes: number;
            /** @description Of a correction */
            reason?: string;
        };
        Containment: {
            /** Format: date-time */
            at: string;
            batch: string;
            /**
             * Format: uuid
             * @description Of the step that began it
             */
            id: string;
            /** @description 停产, 停售, 封存, 召回 */
            kinds: ("stop_production" | "stop_sale" | "seal" | "recall")[];
            /** Format: date-time */
            liftedAt?: string;
            /**
             * Format: double
             * @description Produced or bought
             */
            made?: number;
            /** @description Who was told how: sellers, buyers, the public */
            notices?: string;
            /**
             * Format: date-time
             * @description When it was reported to the authority
             */
            notifiedAt?: string;
            product: string;
            /**
             * Format: double
             * @description In all, by the last report of progress
             */
            recalled: number;
            receiptName?: string;
            /** Format: date-time */
            receiptedAt?: string;
            /** Format: double */
            sold: number;
            /** Format: double */
            stocked: number;
            unit: string;
        };
        ContainmentOf: {
            batch: string;
            /** @description 停产, 停售, 封存, 召回 */
            kinds: ("stop_production" | "stop_sale" | "seal" | "recall")[];
            /**
             * Format: double
             * @description Produced or bought
             */
            made?: number;
            /** @description Who was told how: sellers, buyers, the public */
            notices?: string;
            product: string;
            /** Format: double */
            sold: number;
            /** Format: double */
            stocked: number;
            unit: string;
        };
        CorrectDailyInputBody: {
            /** @description One for every daily item of the list; nothing is answered by default */
            answers: components["schemas"]["Answer"][];
            /**
             * Format: int64
             * @description The version that was read; another in between is a conflict
             */
            corrects: number;
            declaration: components["schemas"]["Declaration"];
            device?: string;
            /**
             * Format: int64
             * @description Server minus device at the last contact
             */
            deviceSkewMs: number;
            /** Format: uuid */
            listId: string;
            /** Format: int64 */
            listVersion: number;
            /** @description As served; the day is never the device's */
            obligation: components["schemas"]["CheckOf"];
            /**
             * Format: int64
             * @enum {integer}
             */
            payloadVersion: 1;
            /** @description With 补录: why late */
            reason?: string;
            /**
             * Format: date-time
             * @description By the device
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description By the device
             */
            submittedAt: string;
            why: string;
        };
        CorrectMonthlyInputBody: {
            /** @description Spot checks, complaints, recalls, licences, beyond what the rows say */
            changes?: string;
            /**
             * Format: int64
             * @description The version that was read
             */
            corrects: number;
            declaration: components["schemas"]["Declaration"];
            /** @description Next month's focus */
            focus: string;
            /**
             * Format: uuid
             * @description Who reported; required where somebody is heard
             */
            heard?: string;
            /**
             * Format: date-time
             * @description Not before the month and not in the future
             */
            heldAt: string;
            /**
             * @description 现场, 视频, 电话
             * @enum {string}
             */
            mode: "site" | "video" | "telephone";
            place: string;
            /**
             * Format: uuid
             * @description One of those invited
             */
            recorder: string;
            /** @description What he reported; required where somebody is heard */
            reported?: string;
            /** @description Resources decided */
            resources?: string;
            why: string;
        };
        CorrectWeeklyInputBody: {
            content: components["schemas"]["WeeklyContent"];
            /**
             * Format: int64
             * @description The version that was read; another in between is a conflict
             */
            corrects: number;
            declaration: components["schemas"]["Declaration"];
            why: string;
        };
        Counts: {
            /**
             * Format: int64
             * @description 迟到送达
             */
            arrivedLate: number;
            /**
             * Format: int64
             * @description 补录
             */
            backfilled: number;
            /**
             * Format: int64
             * @description Days on which a check was or is due, excused ones not counted
             */
            due: number;
            /**
             * Format: int64
             * @description 停产/未营业
             */
            excused: number;
            /**
             * Format: int64
             * @description 有隐患, on time
             */
            hazards: number;
            /**
             * Format: int64
             * @description 漏检
             */
            missed: number;
            /**
             * Format: int64
             * @description Not yet over
             */
            open: number;
            /**
             * Format: int64
             * @description 零风险, on time
             */
            zeroRisk: number;
        };
        DailiesOutputBody: {
            items: components["schemas"]["DailyEntry"][];
            next?: string;
        };
        Daily: {
            /** @description SHA-256 of the stored bytes, hex: in the answer to a submission or correction of the version that it made, otherwise of the latest */
            bodyHash: string;
            bulk: boolean;
            /** Format: date */
            day: string;
            /** Format: int64 */
            failed: number;
            hazards: components["schemas"]["HazardEntry"][];
            /** Format: uuid */
            id: string;
            /** @description The daily items of the version of the list that the record was made from */
            items: components["schemas"]["RiskItem"][];
            /** @enum {string} */
            lateness: "on_time" | "arrived_late" | "backfilled";
            /** @description Its place in the chain */
            link: components["schemas"]["LinkEntry"];
            /** Format: int64 */
            notApplicable: number;
            officerName: string;
            /** @enum {string} */
            outcome: "zero_risk" | "hazards";
            /** Format: int64 */
            passed: number;
            /** Format: date-time */
            receivedAt: string;
            reviews: components["schemas"]["Review"][];
            /** Format: uuid */
            shift: string;
            shiftName: string;
            /** Format: uuid */
            site: string;
            siteName: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            submittedAt: string;
            /**
             * Format: int64
             * @description More than 1 has been corrected
             */
            version: number;
            /** @description Oldest first */
            versions: components["schemas"]["DailyVersion"][];
        };
        DailyBody: {
            /** @description One for every daily item of the list; nothing is answered by default */
            answers: components["schemas"]["Answer"][];
            declaration: components["schemas"]["Declaration"];
            device?: string;
            /**
             * Format: int64
             * @description Server minus device at the last contact
             */
            deviceSkewMs: number;
            /** Format: uuid */
            listId: string;
            /** Format: int64 */
            listVersion: number;
            /** @description As served; the day is never the device's */
            obligation: components["schemas"]["CheckOf"];
            /**
             * Format: int64
             * @enum {integer}
             */
            payloadVersion: 1;
            /** @description With 补录: why late */
            reason?: string;
            /**
             * Format: date-time
             * @description By the device
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description By the device
             */
            submittedAt: string;
        };
        DailyEntry: {
            bulk: boolean;
            /** Format: date */
            day: string;
            /** Format: int64 */
            failed: number;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            lateness: "on_time" | "arrived_late" | "backfilled";
            /** Format: int64 */
            notApplicable: number;
            officerName: string;
            /** @enum {string} */
            outcome: "zero_risk" | "hazards";
            /** Format: int64 */
            passed: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: uuid */
            shift: string;
            shiftName: string;
            /** Format: uuid */
            site: string;
            siteName: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            submittedAt: string;
            /**
             * Format: int64
             * @description More than 1 has been corrected
             */
            version: number;
        };
        DailyVersion: {
            body: components["schemas"]["DailyBody"];
            /** @description SHA-256 of the stored bytes, hex */
            bodyHash: string;
            /** @description Items whose answer differs from the version before */
            changed: string[];
            officerName: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: int64 */
            version: number;
            why?: string;
        };
        DayException: {
            /** Format: date */
            day: string;
            open: boolean;
            reason: string;
            /** Format: uuid */
            site: string;
        };
        DayState: {
            /** Format: date */
            day: string;
            /** Format: date-time */
            due: string;
            /** @enum {string} */
            excuse?: "production_stop" | "business_stop" | "holiday" | "authority" | "outage";
            /** @enum {string} */
            lateness?: "on_time" | "arrived_late" | "backfilled";
            /** Format: date-time */
            opens: string;
            /** @enum {string} */
            outcome?: "zero_risk" | "hazards";
            /** @description The record that fulfilled it */
            record?: string;
            /** Format: uuid */
            shift: string;
            /** Format: uuid */
            site: string;
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
        };
        DecideOrderInputBody: {
            /**
             * Format: date
             * @description With extended: the new deadline
             */
            due?: string;
            /** @enum {string} */
            kind: "closed" | "sent_back" | "extended";
            note: string;
        };
        DecideStaffingInputBody: {
            /** @enum {string} */
            decision: "required" | "not_required" | "undecided";
            /** @description The document or reason on which it rests */
            reason: string;
        };
        Declaration: {
            /** @description Strokes in a box of 1000 × 400; empty where the person confirmed by a tap */
            signature: number[][];
            text: string;
        };
        DeedTotal: {
            /** Format: int64 */
            count: number;
            /** @enum {string} */
            deed: "recorded" | "reviewed" | "handled" | "raised" | "appointed" | "assigned" | "trained" | "told";
        };
        DeliveriesOutputBody: {
            items: components["schemas"]["Delivery"][];
            next?: string;
        };
        Delivery: {
            /** Format: date-time */
            at: string;
            attempts: components["schemas"]["Attempt"][];
            /** @enum {string} */
            channel: "email" | "sms" | "wecom" | "dingtalk" | "feishu" | "webhook";
            channelName?: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            nextAt?: string;
            /** @description The last answer, or why it was not sent */
            note?: string;
            /** @description The note, for other languages */
            noteSaid: components["schemas"]["Sentence"];
            person?: string;
            /**
             * @description failed is tried again by itself, dead is not
             * @enum {string}
             */
            state: "queued" | "sending" | "sent" | "failed" | "dead" | "suppressed";
            /** @description Absent for a trial message */
            subject?: string;
            /** @description The subject, for other languages */
            subjectSaid: components["schemas"]["Sentence"];
            /** Format: int64 */
            tries: number;
        };
        DeputiseInputBody: {
            /** Format: uuid */
            account: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date
             * @description The last day, at most 30 days ahead
             */
            until: string;
        };
        DossierEvidence: {
            /** Format: date */
            day?: string;
            id?: string;
            /** @enum {string} */
            kind: "appointment" | "risklist" | "bylaw" | "daily" | "weekly" | "monthly" | "hazard" | "training";
            /** @description The title, for other languages; absent where it is the enterprise's own words */
            said?: components["schemas"]["Sentence"];
            title: string;
        };
        DossierItem: {
            /** @example 2.1 */
            code: string;
            /** @description The rows, newest first, at most 40 */
            evidence: components["schemas"]["DossierEvidence"][];
            /** @description The line of 重点工作 */
            group: string;
            /** @description What the rows say, in words */
            reason: string;
            /** @description A hint that rests on law which was not verified; never more than a hint */
            remark?: string;
            /** @description Reason and remark, sentence by sentence */
            said: components["schemas"]["DossierSaid"];
            /** @description What would settle it; absent if nothing is open */
            settle?: components["schemas"]["DossierStep"];
            /** @description On whose form it stands: the producer's, the seller's, or both */
            sides: ("production" | "sales")[];
            /**
             * @description A statement about rows, never a verdict; unknown: the system keeps no such rows
             * @enum {string}
             */
            state: "complete" | "partial" | "missing" | "not_applicable" | "unknown";
            text: string;
        };
        DossierOutputBody: {
            /** Format: date */
            from: string;
            /** @description In the order of 附件3. What is asked of both sides alike stands once */
            items: components["schemas"]["DossierItem"][];
            /** Format: date */
            to: string;
        };
        DossierSaid: {
            reason?: components["schemas"]["Sentence"][];
            remark?: components["schemas"]["Sentence"][];
        };
        DossierStep: {
            day?: string;
            /**
             * @description The noun whose page it is
             * @enum {string}
             */
            kind: "appointment" | "risklist" | "bylaw" | "daily" | "today" | "weekly" | "monthly" | "hazard" | "training" | "archive";
            /** @description The words, for other languages */
            said?: components["schemas"]["Sentence"][];
            subject?: string;
            words: string;
        };
        Draft: {
            draft: string;
            obligation: components["schemas"]["CheckOf"];
            /** Format: uuid */
            record: string;
            /** Format: date-time */
            updatedAt: string;
        };
        DraftBylawsInputBody: {
            /** @description Those of which a draft is begun, or begun anew; all that are missing if absent */
            kinds?: string[];
        };
        DraftsOutputBody: {
            items: components["schemas"]["Draft"][];
        };
        DutyCell: {
            /** Format: uuid */
            account: string;
            /** Format: uuid */
            item: string;
            /**
             * @description ★主管, ●主相关, ○相关
             * @enum {string}
             */
            mark: "lead" | "main" | "related";
        };
        DutyHint: {
            account?: string;
            item?: string;
            /** @enum {string} */
            kind: "no_lead" | "left" | "alone" | "all_posts";
            /** @description The text, for other languages */
            said: components["schemas"]["Sentence"];
            text: string;
        };
        DutyMatrix: {
            cells: components["schemas"]["DutyCell"][];
            hints: components["schemas"]["DutyHint"][];
            items: components["schemas"]["RiskItem"][];
            /**
             * Format: int64
             * @description 0 while no list is approved
             */
            listVersion: number;
            /** Format: date-time */
            madeAt?: string;
            madeName?: string;
            people: components["schemas"]["DutyPerson"][];
            /** @description For the items on which nothing was set */
            proposed: components["schemas"]["DutyCell"][];
            /**
             * Format: int64
             * @description 0: nothing was set yet, all cells are proposed
             */
            version: number;
        };
        DutyPerson: {
            /** Format: uuid */
            account: string;
            inOffice: boolean;
            name: string;
            /** @description In words */
            posts: string;
        };
        EditBylawInputBody: {
            /** @description With form file: kept already by putFile */
            file?: components["schemas"]["FileRef"];
            /** @enum {string} */
            form: "text" | "file";
            /** @description What changed, and why */
            note?: string;
            /** @description Whose holders confirm it */
            posts: ("principal" | "director" | "officer")[];
            /**
             * Format: int64
             * @description The revision that was read, 0 for none; another in between is a conflict
             */
            revision: number;
            /** @description Ask the principal for approval */
            submit?: boolean;
            text?: string;
        };
        EditEnterpriseInputBody: {
            address: string;
            contact: string;
            identifier: components["schemas"]["Identifier"];
            legalRepresentative: string;
            name: string;
            phone?: string;
            /**
             * Format: int64
             * @description The revision that was read; another in between is a conflict
             */
            revision: number;
        };
        EditLadderInputBody: {
            /** Format: int64 */
            director?: number;
            /** Format: int64 */
            principal?: number;
            /** Format: int64 */
            soon?: number;
            /** @description Go back to the standard; the rest is ignored */
            standard?: boolean;
            /** Format: int64 */
            until?: number;
        };
        EditProductInputBody: {
            /** @description A product category of the risk-item templates, or 其他 */
            category: string;
            certificate?: string;
            dropped?: boolean;
            name: string;
            /** @enum {string} */
            regime: "license" | "ccc" | "mandatory" | "none";
            standard?: string;
        };
        EditRiskListInputBody: {
            items: components["schemas"]["RiskItem"][];
            note?: string;
            /**
             * Format: int64
             * @description The revision that was read; 0 if there was no draft
             */
            revision: number;
        };
        EditSiteInputBody: {
            address?: string;
            closed?: boolean;
            /** @enum {string} */
            kind: "store" | "workshop" | "warehouse" | "stall";
            name: string;
        };
        EndAppointmentInputBody: {
            /** @description The words under which the paper is signed; the signature by hand is printed in it */
            declaration?: components["schemas"]["Declaration"];
            reason: string;
            /**
             * Format: uuid
             * @description The account in office that takes over what only the holder had to do; absent leaves it to the post
             */
            successor?: string;
        };
        EndCommissionInputBody: {
            reason: string;
        };
        EndingInputBody: {
            reason: string;
        };
        Enterprise: {
            address: string;
            /**
             * Format: date
             * @description The archive's first day; no record lies before it
             */
            begunOn: string;
            businesses: components["schemas"]["BusinessFigures"][];
            contact: string;
            entryReason?: string;
            /** Format: uuid */
            id: string;
            identifier: components["schemas"]["Identifier"];
            /** @description Absent while undecided */
            inScope?: boolean;
            legalRepresentative: string;
            name: string;
            /** @description The supervising office's name */
            office?: string;
            /** @description The named supervising officer */
            officerName?: string;
            operatingState: string;
            /** @enum {string} */
            origin: "office" | "registration";
            phone?: string;
            products: components["schemas"]["Product"][];
            /** Format: int64 */
            revision: number;
            scopeNote?: string;
            sites: components["schemas"]["Site"][];
            /**
             * @description 主体分级 by 附件1; empty while ungraded
             * @enum {string}
             */
            sizeGrade: "A" | "B" | "C" | "D" | "";
            /** @description The words, for other languages */
            sizeGradeSaid: components["schemas"]["Sentence"];
            sizeGradeWords: string;
            surveyOutcome?: string;
            surveyedOn?: string;
        };
        EntryReasonsOutputBody: {
            items: components["schemas"]["CodeText"][];
        };
        Errand: {
            /** Format: date-time */
            askedAt: string;
            askedName: string;
            /** Format: date-time */
            endedAt?: string;
            /** Format: uuid */
            enterprise: string;
            /** @description In an agency's list */
            enterpriseName?: string;
            errorCode?: string;
            /** @description In Chinese: why it failed and what to do next */
            errorText?: string;
            /**
             * Format: date-time
             * @description When row and result are forgotten
             */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @description As pack */
            kind: string;
            /**
             * Format: int64
             * @description Steps of the stage that are done
             */
            progress: number;
            result?: components["schemas"]["ErrandResult"];
            /** @description A word of the kind's vocabulary, as papers; its translation is the client's */
            stage: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description In Chinese: what was asked for */
            title: string;
            /**
             * Format: int64
             * @description Steps of the stage; 0 if not known
             */
            total: number;
        };
        ErrandResult: {
            media: string;
            name: string;
            sha256: string;
            /**
             * Format: int64
             * @description Bytes
             */
            size: number;
        };
        ErrandsOutputBody: {
            items: components["schemas"]["Errand"][];
            next?: string;
        };
        Examination: {
            agency: string;
            /** Format: date */
            day: string;
            passed: boolean;
        };
        ExceptDayInputBody: {
            open: boolean;
            reason: string;
        };
        ExcuseDayInputBody: {
            /** Format: date */
            day: string;
            reason: string;
            /** Format: uuid */
            shift: string;
        };
        ExportTableInputBody: {
            /** @enum {string} */
            format: "xlsx" | "csv";
            /**
             * Format: date
             * @description For ranged tables; the last 365 days if absent
             */
            from?: string;
            table: string;
            /** Format: date */
            to?: string;
        };
        Figure: {
            /** Format: int64 */
            count: number;
            /** @enum {string} */
            key: "due" | "zero_risk" | "hazards" | "arrived_late" | "backfilled" | "excused" | "missed" | "found" | "rectified" | "closed" | "open" | "overdue" | "unreviewed";
            /** @enum {string} */
            kind: "check" | "hazard" | "record";
            state: string;
        };
        File: {
            sha256: string;
            /**
             * Format: int64
             * @description In bytes
             */
            size: number;
            /** @enum {string} */
            type: "pdf" | "docx" | "jpeg" | "png" | "webp";
        };
        FileRef: {
            /** @description As the person called it, with its ending */
            name: string;
            /** @description Of a file already kept */
            sha256: string;
        };
        FileSuspensionInputBody: {
            /**
             * Format: date
             * @description Today or later
             */
            from: string;
            /** @enum {string} */
            kind: "production_stop" | "business_stop" | "holiday";
            reason: string;
            /** Format: uuid */
            site: string;
            /**
             * Format: date
             * @description At most 30 days
             */
            until: string;
        };
        FirstSteps: {
            /** @description A business is reported and a product is entered */
            archive: boolean;
            /** @description A daily check was submitted */
            check: boolean;
            /** @description A risk-control list is approved */
            list: boolean;
            /** @description Somebody keeps the records: an officer or director is in office */
            people: boolean;
        };
        Follow: {
            /** @enum {string} */
            class: "occasional" | "long_term" | "breakthrough";
            /** Format: uuid */
            hazard: string;
        };
        FoundEnterpriseInputBody: {
            address: string;
            businesses: components["schemas"]["BusinessFigures"][];
            contact: string;
            /** @description 录入原因, a code of /reference/entry-reasons */
            entryReason: string;
            identifier: components["schemas"]["Identifier"];
            inScope: boolean;
            legalRepresentative: string;
            name: string;
            /**
             * Format: uuid
             * @description The office, if the agency is above it
             */
            office?: string;
            phone?: string;
            products: components["schemas"]["ProductFields"][];
            scopeNote?: string;
            site: components["schemas"]["SiteFields"];
            surveyOutcome: string;
            /** Format: date */
            surveyedOn: string;
        };
        GoodsEntry: {
            /** Format: date-time */
            at: string;
            /** @description Batch or serial number, as printed */
            batch?: string;
            /** @description Number of the certificate or inspection report that was seen */
            certificate?: string;
            /**
             * Format: date
             * @description The day on which it came in or went out, not in the future
             */
            day: string;
            /** Format: uuid */
            id: string;
            /**
             * @description purchase: came in and was checked; delivery: was inspected and went out
             * @enum {string}
             */
            kind: "purchase" | "delivery";
            /** @description 补录: logged on a later day than its own */
            late: boolean;
            /** @description 规格型号 */
            model?: string;
            name: string;
            /** @description With rejected: what was wrong and where the goods went; required */
            note?: string;
            /** @description Supplier of a purchase (required), customer of a delivery */
            partner?: string;
            photos?: string[];
            product: string;
            /**
             * Format: double
             * @description At most three decimals
             */
            quantity: number;
            /** Format: int64 */
            seq: number;
            /** Format: uuid */
            site: string;
            siteName: string;
            unit: string;
            /** @enum {string} */
            verdict: "accepted" | "rejected";
            /**
             * Format: int64
             * @description More than 1 has been corrected
             */
            version: number;
            why?: string;
        };
        GoodsEntryOutputBody: {
            /** Format: date-time */
            at: string;
            /** @description Batch or serial number, as printed */
            batch?: string;
            /** @description Number of the certificate or inspection report that was seen */
            certificate?: string;
            /**
             * Format: date
             * @description The day on which it came in or went out, not in the future
             */
            day: string;
            /** Format: uuid */
            id: string;
            /**
             * @description purchase: came in and was checked; delivery: was inspected and went out
             * @enum {string}
             */
            kind: "purchase" | "delivery";
            /** @description 补录: logged on a later day than its own */
            late: boolean;
            /** @description 规格型号 */
            model?: string;
            name: string;
            /** @description With rejected: what was wrong and where the goods went; required */
            note?: string;
            /** @description Supplier of a purchase (required), customer of a delivery */
            partner?: string;
            photos?: string[];
            product: string;
            /**
             * Format: double
             * @description At most three decimals
             */
            quantity: number;
            /** Format: int64 */
            seq: number;
            /** Format: uuid */
            site: string;
            siteName: string;
            unit: string;
            /** @enum {string} */
            verdict: "accepted" | "rejected";
            /**
             * Format: int64
             * @description More than 1 has been corrected
             */
            version: number;
            /** @description Oldest first */
            versions: components["schemas"]["GoodsEntry"][];
            why?: string;
        };
        GoodsOutputBody: {
            items: components["schemas"]["GoodsEntry"][];
            next?: string;
        };
        GoodsVersion: {
            /** @description Batch or serial number, as printed */
            batch?: string;
            /** @description Number of the certificate or inspection report that was seen */
            certificate?: string;
            /**
             * Format: int64
             * @description With a 更正: the version that was read; another in between is a conflict
             */
            corrects?: number;
            /**
             * Format: date
             * @description The day on which it came in or went out, not in the future
             */
            day: string;
            /**
             * @description purchase: came in and was checked; delivery: was inspected and went out
             * @enum {string}
             */
            kind: "purchase" | "delivery";
            /** @description 规格型号 */
            model?: string;
            /** @description With rejected: what was wrong and where the goods went; required */
            note?: string;
            /** @description Supplier of a purchase (required), customer of a delivery */
            partner?: string;
            photos?: string[];
            product: string;
            /**
             * Format: double
             * @description At most three decimals
             */
            quantity: number;
            /** Format: uuid */
            site: string;
            unit: string;
            /** @enum {string} */
            verdict: "accepted" | "rejected";
            /** @description With a 更正: required */
            why?: string;
        };
        HandleSuspicionInputBody: {
            note: string;
            /**
             * @description 退回供货方, 销毁, 移交监管部门, 核实无误恢复销售, 其他
             * @enum {string}
             */
            outcome: "returned" | "destroyed" | "handed_over" | "cleared" | "other";
            photos?: string[];
        };
        Hazard: {
            /** @description SHA-256 of the first photo of the rectification */
            after?: string;
            /** @description The agency that ordered it */
            agencyName?: string;
            /** @description Legal basis of an order, as the officer entered it */
            basis?: string;
            /** @description Product and batch in words */
            batch?: string;
            /** @description SHA-256 of the first photo of the finding */
            before?: string;
            /**
             * @description 人机料法环管; never told to the authority for a self-found hazard
             * @enum {string}
             */
            cause?: "man" | "machine" | "material" | "method" | "environment" | "management" | "";
            /** Format: date-time */
            closedAt?: string;
            /**
             * Format: int64
             * @description 停产/停售/封存/召回 in force
             */
            contained: number;
            containments: components["schemas"]["Containment"][];
            /** Format: date */
            day: string;
            description: string;
            /** Format: date-time */
            due: string;
            former?: components["schemas"]["HazardEntry"];
            /**
             * Format: int64
             * @description How often it was found again while open
             */
            foundAgain: number;
            /** Format: uuid */
            id: string;
            item?: string;
            itemCode?: string;
            /** @description The next step waits for the caller */
            mine: boolean;
            /** @description The steps the caller may take now, the way forward first */
            next: string[];
            /** @description Its officer who alone closes it */
            officerName?: string;
            /** Format: date-time */
            openedAt: string;
            openedName: string;
            /** Format: uuid */
            owner?: string;
            ownerName?: string;
            /** @description The daily record or weekly report that found it first */
            record?: string;
            /** Format: date-time */
            rectifiedAt?: string;
            /**
             * Format: uuid
             * @description The former hazard
             */
            recurrenceOf?: string;
            /**
             * Format: int64
             * @description How often the same item of the same site came back within 90 days after closing
             */
            recurrences: number;
            /** @description One person in all posts: verification needs a new photo */
            selfVerify: boolean;
            /** @enum {string} */
            severity: "general" | "larger" | "major";
            site?: string;
            siteName?: string;
            /**
             * @description 日检查, 周排查, 随手报, 责令改正, 投诉举报, 监督抽查不合格
             * @enum {string}
             */
            source: "check" | "weekly" | "spot" | "order" | "complaint" | "spot_check_failed";
            /** @description Number of the order, complaint or inspection report */
            sourceNumber?: string;
            /** @enum {string} */
            state: "found" | "measured" | "planned" | "rectified" | "verified" | "closed";
            steps: components["schemas"]["HazardStep"][];
            /** @description Larger or major, and not yet reported to who decides */
            toReport: boolean;
        };
        HazardCounts: {
            /** Format: int64 */
            general: number;
            /** Format: int64 */
            larger: number;
            /** Format: int64 */
            major: number;
            /** Format: int64 */
            overdue: number;
        };
        HazardEntry: {
            /** @description SHA-256 of the first photo of the rectification */
            after?: string;
            /** @description The agency that ordered it */
            agencyName?: string;
            /** @description Product and batch in words */
            batch?: string;
            /** @description SHA-256 of the first photo of the finding */
            before?: string;
            /**
             * @description 人机料法环管; never told to the authority for a self-found hazard
             * @enum {string}
             */
            cause?: "man" | "machine" | "material" | "method" | "environment" | "management" | "";
            /** Format: date-time */
            closedAt?: string;
            /**
             * Format: int64
             * @description 停产/停售/封存/召回 in force
             */
            contained: number;
            /** Format: date */
            day: string;
            description: string;
            /** Format: date-time */
            due: string;
            /**
             * Format: int64
             * @description How often it was found again while open
             */
            foundAgain: number;
            /** Format: uuid */
            id: string;
            item?: string;
            itemCode?: string;
            /** @description The next step waits for the caller */
            mine: boolean;
            /** @description Its officer who alone closes it */
            officerName?: string;
            /** Format: date-time */
            openedAt: string;
            openedName: string;
            /** Format: uuid */
            owner?: string;
            ownerName?: string;
            /** @description The daily record or weekly report that found it first */
            record?: string;
            /** Format: date-time */
            rectifiedAt?: string;
            /**
             * Format: uuid
             * @description The former hazard
             */
            recurrenceOf?: string;
            /**
             * Format: int64
             * @description How often the same item of the same site came back within 90 days after closing
             */
            recurrences: number;
            /** @enum {string} */
            severity: "general" | "larger" | "major";
            site?: string;
            siteName?: string;
            /**
             * @description 日检查, 周排查, 随手报, 责令改正, 投诉举报, 监督抽查不合格
             * @enum {string}
             */
            source: "check" | "weekly" | "spot" | "order" | "complaint" | "spot_check_failed";
            /** @description Number of the order, complaint or inspection report */
            sourceNumber?: string;
            /** @enum {string} */
            state: "found" | "measured" | "planned" | "rectified" | "verified" | "closed";
            /** @description Larger or major, and not yet reported to who decides */
            toReport: boolean;
        };
        HazardStep: {
            /** @description Whom the step names: owner, who was reported to, successor */
            aboutName?: string;
            act?: components["schemas"]["ContainmentOf"];
            /** Format: date-time */
            at: string;
            cause?: string;
            causeNote?: string;
            /** Format: date */
            due?: string;
            /** @description The note stays with the enterprise */
            hiddenNote: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "found" | "found_again" | "measure" | "reported" | "planned" | "extended" | "rectified" | "sent_back" | "verified" | "closed" | "reopened" | "contained" | "notified" | "receipted" | "recall_progress" | "lifted" | "assigned";
            name: string;
            note: string;
            /** Format: int64 */
            number: number;
            /** @description The step of the containment that it concerns */
            of?: string;
            photos: string[];
            /** Format: double */
            recalled?: number;
            /** @description With found_again: the record */
            record?: string;
            selfVerified: boolean;
        };
        HazardsOutputBody: {
            items: components["schemas"]["HazardEntry"][];
            next?: string;
            /** @description With the first page, to the director and the principal: when many hazards were closed at once in the last 14 days */
            waves?: components["schemas"]["ClosingWave"][];
        };
        HoldSessionInputBody: {
            /** Format: date */
            day: string;
            materials?: components["schemas"]["FileRef"][];
            /** Format: int64 */
            minutes: number;
            /** @enum {string} */
            mode: "place" | "online";
            /** @description The place, or how people meet online */
            place: string;
            product?: string;
            /** @description Of a correction */
            reason?: string;
            teacher: string;
            title: string;
            topics: string[];
        };
        HomeMonth: {
            /**
             * Format: int64
             * @description Of them: closed by their deadline
             */
            closedInTime: number;
            /**
             * Format: int64
             * @description Hazards found in the month
             */
            found: number;
            month: string;
            /**
             * Format: int64
             * @description Found again while open, or come back after closing
             */
            repeats: number;
        };
        HomeOutputBody: {
            /** @description The checks of the month up to today */
            counts: components["schemas"]["Counts"];
            /** Format: date */
            day: string;
            /** @description Missed, open, and opening within 14 days, by deadline; at most 30 */
            duties: components["schemas"]["Obligation"][];
            /** @description Open ones */
            hazards: components["schemas"]["HazardCounts"];
            /** @description Items of 附件3 1.1–2.5 with something open */
            items: components["schemas"]["DossierItem"][];
            month: string;
            /**
             * Format: int64
             * @description How many duties are not listed
             */
            more: number;
            /** @description In office now */
            people: components["schemas"]["Appointment"][];
            steps: components["schemas"]["FirstSteps"];
            /** @description Twelve months, oldest first */
            trend: components["schemas"]["HomeMonth"][];
        };
        Identifier: {
            /** @description The check digit fails and the number was compared with the licence */
            confirmed?: boolean;
            /**
             * @description 统一社会信用代码 (GB 32100), 15-digit registration number, or none
             * @enum {string}
             */
            kind: "uscc" | "regno15" | "none";
            /** @description With none: the market */
            market?: string;
            /** @description Why there is none */
            reason?: string;
            /** @description With none: the stall */
            stall?: string;
            value?: string;
        };
        Import: {
            /** Format: date-time */
            at: string;
            byName: string;
            /**
             * Format: int64
             * @description Rows with at least one fault
             */
            faultRows: number;
            /** @description The first 500 */
            faults: components["schemas"]["ImportFault"][];
            /** Format: uuid */
            id: string;
            name: string;
            /** @description People for whom it opened accounts. They have no password before one is issued */
            newcomers: components["schemas"]["Newcomer"][];
            /** Format: int64 */
            rows: number;
            /**
             * @description faulty: mend the file and bring it again; stopped: it was not tried to the end, bring it again. Only of a stored file is anything stored, and then all of it
             * @enum {string}
             */
            state: "trying" | "stopped" | "faulty" | "ready" | "storing" | "stored";
            /** Format: int64 */
            stored: number;
            /**
             * Format: uuid
             * @description The errand that stores; of a faulty file the one that gives it back, as the errand of its own id does without
             */
            storing?: string;
            table: string;
            tableTitle: string;
        };
        ImportFault: {
            /** @description As D12 */
            cell?: string;
            /** @description The heading; absent if the whole row is meant */
            column?: string;
            /**
             * Format: int64
             * @description As numbered in the file
             */
            row: number;
            /** @description The text, for other languages */
            said: components["schemas"]["Sentence"];
            /** @description What is wrong and what to do, as it stands in the file that is given back */
            text: string;
            value?: string;
        };
        ImportsOutputBody: {
            items: components["schemas"]["Import"][];
        };
        InspectedDailiesOutputBody: {
            counts: components["schemas"]["Counts"];
            days: components["schemas"]["DayState"][];
            /** @description The counts in a sentence */
            facts: string;
            month: string;
            records: components["schemas"]["DailyEntry"][];
            /** @description The facts, for other languages */
            said: components["schemas"]["Sentence"];
        };
        InspectedMonthliesOutputBody: {
            /** @description What the rows say, in a sentence */
            facts: string;
            items: components["schemas"]["MonthlyEntry"][];
            /** @description The facts, for other languages */
            said: components["schemas"]["Sentence"];
        };
        InspectedOutputBody: {
            appointments: components["schemas"]["Appointment"][];
            assignments: components["schemas"]["Assignment"][];
            enterprise: components["schemas"]["Enterprise"];
            /** @description Open ones */
            hazards: components["schemas"]["HazardEntry"][];
            /** @description The items of 附件3 for its side; those that the system holds evidence for carry facts */
            items: components["schemas"]["InspectionItem"][];
            listVersions: components["schemas"]["RiskListVersion"][];
            sizeGrades: components["schemas"]["SizeGradeEntry"][];
        };
        InspectedTrainingOutputBody: {
            /** @description Those in office by post, then those who left and have entries */
            people: components["schemas"]["TrainingPerson"][];
            plan: components["schemas"]["TrainingPlan"];
            /**
             * Format: int64
             * @description 0 without a plan
             */
            planVersion: number;
            /** Format: date-time */
            plannedAt?: string;
            plannedName?: string;
            /** @description Self-study given in the year, by deadline */
            readings: components["schemas"]["TrainingReading"][];
            /** @description Coming ones by day, then those held, latest first; cancelled ones last */
            sessions: components["schemas"]["TrainingSession"][];
            /** @description Of the year, newest first */
            tests: components["schemas"]["TrainingTest"][];
            /** Format: int64 */
            year: number;
        };
        InspectionItem: {
            /** @example 2.1 */
            code: string;
            facts?: string;
            /** @description The product holds rows for it */
            ready: boolean;
            /** @description The facts, sentence by sentence, for other languages */
            said?: components["schemas"]["Sentence"][];
            text: string;
        };
        IssuedPasswordOutputBody: {
            /** @description Shown once; he chooses his own when he enters */
            initialPassword: string;
            login: string;
            name: string;
        };
        LadderOutputBody: {
            items: components["schemas"]["Rung"][];
        };
        Licence: {
            /**
             * Format: int64
             * @description To its last day; 0 on that day, negative after it
             */
            daysLeft?: number;
            /** Format: date-time */
            enteredAt: string;
            enteredBy: string;
            /** Format: date */
            from: string;
            /** @description The person, device or supplier; required for kinds given for one */
            holder?: string;
            /** Format: uuid */
            id: string;
            issuer?: string;
            /** @description A kind of listLicences */
            kind: string;
            kindName: string;
            /** @description As printed; absent where the kind says it */
            name?: string;
            note?: string;
            number: string;
            /** @description Of the archive; for kinds given for products */
            products?: string[];
            /** @description Of the withdrawal or the last correction */
            reason?: string;
            /** Format: uuid */
            replacedBy?: string;
            /**
             * Format: uuid
             * @description The certificate that it renews
             */
            replaces?: string;
            scans?: components["schemas"]["FileRef"][];
            /**
             * @description near: within the first reminder of its kind; undated: valid without a last day
             * @enum {string}
             */
            state: "coming" | "valid" | "near" | "lapsed" | "undated" | "replaced" | "withdrawn";
            /**
             * Format: date
             * @description The last day; absent where it has none (长期)
             */
            until?: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            withdrawal?: "given_up" | "revoked" | "unused";
            withdrawnOn?: string;
        };
        LicenceEvent: {
            /** Format: date-time */
            at: string;
            byName: string;
            /** @enum {string} */
            kind: "entered" | "renewed" | "corrected" | "withdrawn";
            reason?: string;
            text: string;
        };
        LicenceKind: {
            code: string;
            /** @enum {string} */
            holder: "product" | "person" | "device" | "supplier" | "none";
            /** @description Days before the last day on which one is reminded; the product's own */
            leads: number[];
            name: string;
        };
        LicenceOutputBody: {
            /**
             * Format: int64
             * @description To its last day; 0 on that day, negative after it
             */
            daysLeft?: number;
            /** Format: date-time */
            enteredAt: string;
            enteredBy: string;
            /** @description Newest first */
            events: components["schemas"]["LicenceEvent"][];
            /** Format: date */
            from: string;
            /** @description The person, device or supplier; required for kinds given for one */
            holder?: string;
            /** Format: uuid */
            id: string;
            issuer?: string;
            /** @description A kind of listLicences */
            kind: string;
            kindName: string;
            /** @description As printed; absent where the kind says it */
            name?: string;
            note?: string;
            number: string;
            /** @description Of the archive; for kinds given for products */
            products?: string[];
            /** @description Of the withdrawal or the last correction */
            reason?: string;
            /** Format: uuid */
            replacedBy?: string;
            /**
             * Format: uuid
             * @description The certificate that it renews
             */
            replaces?: string;
            scans?: components["schemas"]["FileRef"][];
            /**
             * @description near: within the first reminder of its kind; undated: valid without a last day
             * @enum {string}
             */
            state: "coming" | "valid" | "near" | "lapsed" | "undated" | "replaced" | "withdrawn";
            /**
             * Format: date
             * @description The last day; absent where it has none (长期)
             */
            until?: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            withdrawal?: "given_up" | "revoked" | "unused";
            withdrawnOn?: string;
        };
        Licences: {
            /** @description In force by what ends first, then without a last day; with all, then replaced and withdrawn ones */
            items: components["schemas"]["Licence"][];
            kinds: components["schemas"]["LicenceKind"][];
            /** @description Of the archive, which want a production licence or CCC certificate */
            products: components["schemas"]["LicensedProduct"][];
            /** @description What is known of the yearly report, and whether it was verified */
            selfCheckNote: string;
            /** @description Years whose report may be recorded and is not: this one while a certificate asks for it, and earlier ones that were a duty */
            selfCheckYears: number[];
            /** @description Newest first */
            selfChecks: components["schemas"]["SelfCheck"][];
        };
        LicensedProduct: {
            licences: string[];
            name: string;
            /** Format: uuid */
            product: string;
            /** @enum {string} */
            regime: "license" | "ccc";
            /** @enum {string} */
            state: "valid" | "near" | "lapsed" | "none";
        };
        LinkEntry: {
            hash: string;
            /** Format: int64 */
            seq: number;
        };
        LoginInputBody: {
            /** @description A name of the device, for the list of sessions */
            device?: string;
            login: string;
            password: string;
        };
        Look: {
            agencyName: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            name: string;
            subject?: string;
            /** @description The noun that was looked at, or paper, photo or export */
            what: string;
        };
        LooksOutputBody: {
            items: components["schemas"]["Look"][];
            next?: string;
        };
        MarkNoticesInputBody: {
            /** @description None: all */
            ids?: string[];
        };
        Me: {
            /** Format: uuid */
            account: string;
            login: string;
            memberships: components["schemas"]["Membership"][];
            name: string;
        };
        Measured: {
            /** Format: double */
            max?: number;
            /** Format: double */
            min?: number;
            unit: string;
        };
        Member: {
            /** Format: uuid */
            account: string;
            /** Format: uuid */
            agency: string;
            agencyName: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: uuid
             * @description The membership
             */
            id: string;
            login: string;
            name: string;
            /** @enum {string} */
            role: "supervisor" | "chief";
        };
        MembersOutputBody: {
            items: components["schemas"]["Member"][];
        };
        Membership: {
            /**
             * Format: uuid
             * @description The enterprise or agency
             */
            id: string;
            /**
             * @description Of an agency
             * @enum {string}
             */
            level?: "city" | "district" | "office";
            name: string;
            /** @description For the buttons; the server decides */
            permissions: string[];
            roles: string[];
            /** @enum {string} */
            side: "enterprise" | "agency";
        };
        MissedCause: {
            cause: string;
            /** Format: date */
            day: string;
            /** Format: uuid */
            shift: string;
        };
        MonthliesOutputBody: {
            items: components["schemas"]["MonthlyEntry"][];
            /** @description Not yet done, by deadline */
            resolutions: components["schemas"]["Resolution"][];
        };
        Monthly: {
            attendance: components["schemas"]["Attendee"][];
            /** Format: date-time */
            due: string;
            figures: components["schemas"]["MonthlyFigures"];
            invited: components["schemas"]["MonthlyPerson"][];
            /** @description Signed after the deadline */
            late: boolean;
            mayCorrect: boolean;
            /** @description 2026-11 */
            month: string;
            names: {
                [key: string]: string;
            };
            /** @description As printed */
            number: string;
            /** Format: date-time */
            opens: string;
            /** @description Its minutes */
            record?: string;
            resolutions: components["schemas"]["Resolution"][];
            /** Format: date-time */
            signedAt?: string;
            signedName: string;
            /** @description The posts that his one signature names */
            signedPosts: string[];
            /** @description 一人兼任: nobody but the principal reports, so nobody was heard */
            sole: boolean;
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            /**
             * Format: int64
             * @description 0 while unsigned; more than 1 was corrected
             */
            version: number;
            /** @description Oldest first; the last stands */
            versions: components["schemas"]["MonthlyVersion"][];
        };
        MonthlyAdvice: {
            /** Format: date */
            day: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "opinion" | "stop";
            measures?: string;
            number: string;
            /** @enum {string} */
            outcome?: "adopted" | "partly" | "refused";
            /** @description 逾期未答复 */
            overdue: boolean;
            /** Format: uuid */
            raisedBy: string;
            reason?: string;
            /** @enum {string} */
            state: "waiting" | "answered" | "withdrawn";
            text: string;
        };
        MonthlyDraft: {
            /** @description Digest of the figures; it comes back with the signature */
            basis: string;
            /** @description What was prepared, as the client wrote it */
            draft?: string;
            /** Format: date-time */
            due: string;
            figures: components["schemas"]["MonthlyFigures"];
            /**
             * @description Whom the principal hears; nobody where one person holds all posts that report
             * @enum {string}
             */
            hears?: "director" | "officer" | "";
            /** @description Everybody in office, the principals first */
            invited: components["schemas"]["MonthlyPerson"][];
            /** @description Signed after the deadline */
            late: boolean;
            /** @description 2026-11 */
            month: string;
            /** @description Of the accounts that the figures name */
            names: {
                [key: string]: string;
            };
            /** Format: date-time */
            opens: string;
            /** @description Its minutes */
            record?: string;
            /** Format: int64 */
            revision: number;
            /** Format: date-time */
            savedAt?: string;
            savedName?: string;
            /** Format: date-time */
            signedAt?: string;
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            /**
             * Format: int64
             * @description 0 while unsigned; more than 1 was corrected
             */
            version: number;
        };
        MonthlyEntry: {
            /** Format: date-time */
            due: string;
            /** @description Signed after the deadline */
            late: boolean;
            /** @description 2026-11 */
            month: string;
            /** Format: date-time */
            opens: string;
            /** @description Its minutes */
            record?: string;
            /** Format: date-time */
            signedAt?: string;
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            /**
             * Format: int64
             * @description 0 while unsigned; more than 1 was corrected
             */
            version: number;
        };
        MonthlyFigures: {
            /** Format: int64 */
            adviceCount: number;
            /** @description Raised or answered in the days or on the day of the meeting, or still waiting */
            advices: components["schemas"]["MonthlyAdvice"][];
            /** Format: int64 */
            answered: number;
            checks: components["schemas"]["Counts"];
            /** @description Lists approved, people appointed and gone, trainings, changes of licences, what came from outside, recalls */
            events: components["schemas"]["MonthlyHappening"][];
            /**
             * Format: date
             * @description The first day told: the day after the last ones told by the minutes before, else the first of the month. Absent from minutes sealed before it was kept
             */
            from?: string;
            hazards: components["schemas"]["MonthlyHazards"];
            /** @description Of the last minutes, and older ones that were open in the days */
            resolutions: components["schemas"]["MonthlyOutcome"][];
            /**
             * Format: date
             * @description The last day told: the last of the month, or the day before the signature if that comes earlier; before from when no day is over yet
             */
            to?: string;
            /** @description Of the weeks that end in the days */
            weeks: components["schemas"]["MonthlyWeek"][];
        };
        MonthlyHappening: {
            /** Format: uuid */
            account?: string;
            /** Format: date */
            day: string;
            /**
             * @description outside is what came as an order, a complaint or a failed spot check; contained what was stopped, sealed or recalled
             * @enum {string}
             */
            kind: "list" | "appointed" | "ended" | "training" | "licence" | "outside" | "contained";
            text: string;
        };
        MonthlyHazard: {
            /** Format: date */
            day: string;
            description: string;
            /** Format: uuid */
            id: string;
            overdue: boolean;
            /** @enum {string} */
            severity: "general" | "larger" | "major";
            source?: string;
            state: string;
        };
        MonthlyHazards: {
            /** @description Of those found, by cause; never told to the authority */
            causes: components["schemas"]["Tally"][];
            /**
             * Format: int64
             * @description In the days
             */
            closed: number;
            entries: components["schemas"]["MonthlyHazard"][];
            /**
             * Format: int64
             * @description In the days
             */
            found: number;
            /**
             * Format: int64
             * @description 重大, found in the days
             */
            major: number;
            /**
             * Format: int64
             * @description Now, whenever they were found
             */
            open: number;
            /**
             * Format: int64
             * @description Open and past their deadline
             */
            overdue: number;
            /** @description Items of the list that failed more than once in the days */
            repeats: components["schemas"]["Tally"][];
            /** @description Of those found, by source */
            sources: components["schemas"]["Tally"][];
        };
        MonthlyOutcome: {
            /** Format: date */
            due: string;
            /** Format: uuid */
            id: string;
            /** @description Of the minutes that decided it */
            month: string;
            /** @description Of the last report */
            note?: string;
            /** Format: uuid */
            owner: string;
            /** @enum {string} */
            state: "open" | "done" | "overdue";
            what: string;
        };
        MonthlyPerson: {
            /** Format: uuid */
            account: string;
            /** Format: date-time */
            attended?: string;
            name: string;
            posts: ("principal" | "director" | "officer")[];
        };
        MonthlyVersion: {
            /** @enum {string} */
            signed: "hand" | "tap";
            /** Format: date-time */
            signedAt: string;
            signedName: string;
            /** Format: int64 */
            version: number;
            why?: string;
            words: components["schemas"]["MonthlyWords"];
        };
        MonthlyWeek: {
            /** Format: uuid */
            record?: string;
            /** @enum {string} */
            state: "done" | "late" | "open" | "missed" | "excused";
            /** @example 2026-W48 */
            week: string;
        };
        MonthlyWords: {
            /** @description Spot checks, complaints, recalls, licences, beyond what the rows say */
            changes?: string;
            /** @description Next month's focus */
            focus: string;
            /**
             * Format: uuid
             * @description Who reported; required where somebody is heard
             */
            heard?: string;
            /**
             * Format: date-time
             * @description Not before the month and not in the future
             */
            heldAt: string;
            /**
             * @description 现场, 视频, 电话
             * @enum {string}
             */
            mode: "site" | "video" | "telephone";
            place: string;
            /**
             * Format: uuid
             * @description One of those invited
             */
            recorder: string;
            /** @description What he reported; required where somebody is heard */
            reported?: string;
            /** @description Resources decided */
            resources?: string;
        };
        MyEnterprise: {
            /** Format: date */
            day: string;
            /**
             * Format: int64
             * @description Checks of today that are done
             */
            done: number;
            /** Format: uuid */
            enterprise: string;
            /**
             * Format: int64
             * @description Checks of the last 7 days that can be entered late
             */
            missed: number;
            name: string;
            /**
             * Format: int64
             * @description Checks that can be made now and are not done
             */
            open: number;
            /** @description No check is due today */
            rests: boolean;
            roles: string[];
            tasks: components["schemas"]["Task"][];
        };
        MyFile: {
            /** Format: uuid */
            enterprise: string;
            /** Format: date-time */
            from: string;
            name: string;
            /**
             * Format: date-time
             * @description When his last post there ended; absent while he is in office
             */
            until?: string;
        };
        MyFilesOutputBody: {
            items: components["schemas"]["MyFile"][];
        };
        MyTodayOutputBody: {
            /** @description Those with something to do first */
            enterprises: components["schemas"]["MyEnterprise"][];
            /** Format: date-time */
            serverTime: string;
        };
        Need: {
            /** Format: uuid */
            enterprise: string;
            grave: boolean;
            /**
             * @description report: suspicious goods were stopped and reported, and the receipt is awaited
             * @enum {string}
             */
            kind: "gap" | "vacant_post" | "hazard" | "report" | "agency_deadline";
            name: string;
            officeName: string;
            /** @description The words, for other languages */
            said: components["schemas"]["Sentence"];
            /** Format: date */
            since?: string;
            words: string;
        };
        NewAccountOutputBody: {
            /** Format: uuid */
            account: string;
            /** @description Shown once; to be changed at the first login. Absent if the account was there before */
            initialPassword?: string;
            login: string;
        };
        Newcomer: {
            /** Format: uuid */
            account: string;
            login: string;
            name: string;
        };
        Notice: {
            /** Format: date-time */
            at: string;
            /** @description By which other ways it went out */
            deliveries: components["schemas"]["Delivery"][];
            /** Format: uuid */
            id: string;
            /** @description One per enterprise */
            paragraphs: components["schemas"]["NoticeParagraph"][];
            /** Format: date-time */
            readAt?: string;
            /** @description The subject, for other languages */
            said: components["schemas"]["Sentence"];
            subject: string;
            urgent: boolean;
        };
        NoticeChannel: {
            /** @description Its host; the rest is a secret */
            address: string;
            enabled: boolean;
            hasSecret: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "wecom" | "dingtalk" | "feishu" | "webhook";
            /** Format: date-time */
            madeAt: string;
            name: string;
        };
        NoticeLine: {
            day?: string;
            /** Format: date-time */
            due?: string;
            /** @description Another's duty, overdue */
            escalated: boolean;
            kind: string;
            note?: string;
            /** @description The note, for other languages */
            noteSaid: components["schemas"]["Sentence"];
            subject?: string;
            title: string;
            /** @description The title, for other languages; without a code the kind says what is asked */
            titleSaid: components["schemas"]["Sentence"];
            whose?: string;
        };
        NoticeParagraph: {
            enterprise?: string;
            lines: components["schemas"]["NoticeLine"][];
            /**
             * Format: int64
             * @description How many lines were left out for length
             */
            more?: number;
            name: string;
        };
        NoticesOutputBody: {
            items: components["schemas"]["Notice"][];
            next?: string;
            /**
             * Format: int64
             * @description 100 at most
             */
            unread: number;
        };
        Obligation: {
            /** @description The one person whose duty it is */
            account?: string;
            /**
             * Format: date
             * @description The first day of its period
             */
            day: string;
            /** Format: date-time */
            due: string;
            /** Format: date-time */
            fulfilledAt?: string;
            kind: string;
            mine: boolean;
            /** Format: date-time */
            opens: string;
            /** @enum {string} */
            post?: "principal" | "director" | "officer";
            site?: string;
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            /**
             * Format: uuid
             * @description What it is about: a hazard, a report, a certificate, …
             */
            subject: string;
            title: string;
        };
        ObligationsOutputBody: {
            items: components["schemas"]["Obligation"][];
        };
        Office: {
            district: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        OfficeDay: {
            counts: components["schemas"]["Counts"];
            /** Format: date */
            day: string;
            /**
             * @description closed: the day is over; none: nothing was due
             * @enum {string}
             */
            phase: "closed" | "today" | "coming" | "none";
        };
        OfficeMonth: {
            /** Format: uuid */
            agency: string;
            days: components["schemas"]["OfficeDay"][];
            name: string;
        };
        OfficesOutputBody: {
            items: components["schemas"]["Office"][];
        };
        OpenAccountInputBody: {
            login: string;
            name: string;
            phone?: string;
        };
        OpenDutiesOutputBody: {
            /** @description The enterprise's open hazards */
            hazards: components["schemas"]["HazardEntry"][];
            /** @description His alone: handed to the successor or left to the post */
            own: components["schemas"]["Obligation"][];
            /** @description Those of the post; nobody else holds it if vacant */
            post: components["schemas"]["Obligation"][];
            /** @description Nobody else holds the post: a vacancy opens */
            vacant: boolean;
        };
        Order: {
            /**
             * Format: date
             * @description When it was ordered
             */
            day: string;
            description: string;
            /** Format: date-time */
            due: string;
            /** Format: uuid */
            enterprise: string;
            enterpriseName: string;
            /**
             * Format: uuid
             * @description The hazard
             */
            id: string;
            /** @description The caller is that officer, and the enterprise has verified it */
            mine: boolean;
            /** @description Of the order, complaint or inspection report */
            number: string;
            /** @description Who alone closes it */
            officerName: string;
            /** @enum {string} */
            severity: "general" | "larger" | "major";
            /** @enum {string} */
            source: "order" | "complaint" | "spot_check_failed";
            /** @enum {string} */
            state: "found" | "measured" | "planned" | "rectified" | "verified";
        };
        OrderRectificationInputBody: {
            /** @description Legal basis, as the officer states it */
            basis: string;
            batch?: string;
            description: string;
            /**
             * Format: date
             * @description The last day, in Shanghai
             */
            due: string;
            /** @description Of the order, complaint or inspection report */
            number: string;
            /** @enum {string} */
            severity: "general" | "larger" | "major";
            /** Format: uuid */
            site?: string;
            /** @enum {string} */
            source: "order" | "complaint" | "spot_check_failed";
        };
        OrdersOutputBody: {
            items: components["schemas"]["Order"][];
        };
        Overview: {
            /** Format: int64 */
            enterprises: number;
            month: string;
            /** @description At most 50, gravest first; needsTotal counts all */
            needs: components["schemas"]["Need"][];
            /** Format: int64 */
            needsTotal: number;
            offices: components["schemas"]["OfficeMonth"][];
            openHazards: components["schemas"]["HazardCounts"];
            /** Format: date-time */
            serverTime: string;
            /** Format: date */
            today: string;
            /** @description Live */
            todayCounts: components["schemas"]["Counts"];
        };
        PackDays: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description Not after today; at most 400 days after from
             */
            to: string;
        };
        PersonFile: {
            /** Format: uuid */
            account: string;
            appointments: components["schemas"]["Appointment"][];
            /** Format: uuid */
            enterprise: string;
            enterpriseName: string;
            /** Format: date */
            from: string;
            name: string;
            /** @description There are further traces */
            next?: string;
            /** @description Held now, in words */
            posts?: string;
            /** Format: date */
            to: string;
            /** @description How many of each deed in the whole range; never added up */
            totals: components["schemas"]["DeedTotal"][];
            /** @description Newest first */
            traces: components["schemas"]["Trace"][];
        };
        PlanSessionInputBody: {
            /** @description Who is invited; all in office */
            accounts: string[];
            /** Format: date */
            day: string;
            materials?: components["schemas"]["FileRef"][];
            /** Format: int64 */
            minutes: number;
            /** @enum {string} */
            mode: "place" | "online";
            /** @description The place, or how people meet online */
            place: string;
            product?: string;
            teacher: string;
            title: string;
            topics: string[];
        };
        PlanShiftsInputBody: {
            shifts: components["schemas"]["ShiftFields"][];
        };
        PlanTrainingInputBody: {
            items: components["schemas"]["TrainingPlanItem"][];
            /**
             * Format: int64
             * @description The version that was read; another in between is a conflict
             */
            version: number;
            /** @description A post left out has no figure */
            wanted: components["schemas"]["TrainingWanted"][];
        };
        Preference: {
            byEmail: boolean;
            bySms: boolean;
            /** @description Masked */
            email: string;
            /** @description The operator has set up e-mail */
            emailOffered: boolean;
            /** @description Masked; empty while the account has none */
            phone: string;
            /**
             * Format: int64
             * @description Minutes after midnight; equal to quietUntil: no quiet hours
             */
            quietFrom: number;
            /** Format: int64 */
            quietUntil: number;
            /** @description When the digests come, minutes after midnight; none: no digests */
            slots: number[];
            /** @description The operator has set up SMS */
            smsOffered: boolean;
        };
        PrincipalStruct: {
            login: string;
            name: string;
            password: string;
            /** @description The posts the principal holds himself (一人兼任); must contain principal */
            posts: ("principal" | "director" | "officer")[];
        };
        Problem: {
            /** @description Stable, dotted, domain first; the key of its translation */
            code: string;
            /** @description In Chinese: what is wrong and what to do next */
            detail: string;
            fields?: components["schemas"]["ProblemField"][];
            params?: {
                [key: string]: unknown;
            };
            requestId: string;
            /** Format: int64 */
            status: number;
            title: string;
            /** @description /problems/ and the code */
            type: string;
        };
        ProblemField: {
            /** @description Stable and dotted; the key of the translation. Absent where the text is the person's own data */
            code?: string;
            /** @description Values a translation may quote */
            params?: {
                [key: string]: unknown;
            };
            /** @example body.answers[3].note */
            pointer: string;
            /** @description In Chinese */
            text: string;
        };
        Product: {
            /** @description A product category of the risk-item templates, or 其他 */
            category: string;
            certificate?: string;
            droppedOn?: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            regime: "license" | "ccc" | "mandatory" | "none";
            standard?: string;
        };
        ProductFields: {
            /** @description A product category of the risk-item templates, or 其他 */
            category: string;
            certificate?: string;
            name: string;
            /** @enum {string} */
            regime: "license" | "ccc" | "mandatory" | "none";
            standard?: string;
        };
        PublishSelfCheckInputBody: {
            /**
             * Format: int64
             * @description Of a correction: the version that was read; another in between is a conflict
             */
            corrects?: number;
            /** Format: date */
            published: string;
            /** @description Of a correction: required */
            reason?: string;
            report: components["schemas"]["FileRef"];
            where: string;
        };
        PutChannelInputBody: {
            /** @description https only, no inner address; absent: as before */
            address?: string;
            enabled: boolean;
            /** @enum {string} */
            kind: "wecom" | "dingtalk" | "feishu" | "webhook";
            name: string;
            /** @description The robot's signing secret (DingTalk, Feishu) or the webhook's, at least 16 characters there; absent: as before */
            secret?: string;
        };
        PutLicenceInputBody: {
            /** Format: date */
            from: string;
            /** @description The person, device or supplier; required for kinds given for one */
            holder?: string;
            issuer?: string;
            /** @description A kind of listLicences */
            kind: string;
            /** @description As printed; absent where the kind says it */
            name?: string;
            note?: string;
            number: string;
            /** @description Of the archive; for kinds given for products */
            products?: string[];
            /** @description Of a correction */
            reason?: string;
            /**
             * Format: uuid
             * @description The certificate that it renews
             */
            replaces?: string;
            scans?: components["schemas"]["FileRef"][];
            /**
             * Format: date
             * @description The last day; absent where it has none (长期)
             */
            until?: string;
        };
        RaiseAdviceInputBody: {
            /** @description Required in a stop proposal; empty in an opinion */
            actions: ("stop_production" | "stop_sale" | "recall" | "other")[];
            declaration: components["schemas"]["Declaration"];
            /** @description What was found; at least 5 characters */
            facts: string;
            /**
             * Format: uuid
             * @description The refused stop proposal that this one raises again with new facts
             */
            former?: string;
            /** @description Required in a stop proposal */
            goods: components["schemas"]["AdviceGoods"][];
            /**
             * @description 意见建议 or 否决建议
             * @enum {string}
             */
            kind: "opinion" | "stop";
            /** @description SHA-256 of photos already kept */
            photos: string[];
            /** @description What should be done, in words; required in an opinion and with other */
            wish?: string;
        };
        ReceiptReportInputBody: {
            note: string;
            /**
             * Format: uuid
             * @description The containment that was reported
             */
            of: string;
        };
        ReceiptSuspicionInputBody: {
            note?: string;
        };
        RecentGoodsOutputBody: {
            /** @description At most 12 */
            items: components["schemas"]["GoodsEntry"][];
        };
        RecordTestInputBody: {
            /** Format: uuid */
            account: string;
            /** Format: date */
            day: string;
            /** @description The topics among them that were failed; required where the test was failed */
            failed?: string[];
            /** Format: double */
            full: number;
            /** @description The paper as written */
            papers: components["schemas"]["FileRef"][];
            /**
             * Format: double
             * @description The pass mark, the enterprise's own; at most Full
             */
            pass: number;
            /** @description Of a correction */
            reason?: string;
            /**
             * Format: date
             * @description With a failed test: the last day for the retake, set by the organiser
             */
            retakeBy?: string;
            /**
             * Format: uuid
             * @description The failed test that this one repeats
             */
            retakeOf?: string;
            /**
             * Format: double
             * @description At most Full
             */
            score: number;
            title: string;
            topics: string[];
        };
        RegisterInputBody: {
            address: string;
            businesses: components["schemas"]["BusinessFigures"][];
            contact: string;
            identifier: components["schemas"]["Identifier"];
            legalRepresentative: string;
            name: string;
            /**
             * Format: uuid
             * @description The supervising office of the place
             */
            office: string;
            phone?: string;
            principal: components["schemas"]["PrincipalStruct"];
            products: components["schemas"]["ProductFields"][];
            site: components["schemas"]["SiteFields"];
        };
        RegisterOutputBody: {
            /** Format: uuid */
            enterprise: string;
        };
        RepealBylawInputBody: {
            declaration: components["schemas"]["Declaration"];
            reason: string;
        };
        ReportHazardInputBody: {
            batch?: string;
            description: string;
            /**
             * Format: date
             * @description The deadline of a complaint's or inspection's paper; by severity if absent
             */
            due?: string;
            /**
             * Format: uuid
             * @description The item of the risk list that it concerns, if one does
             */
            item?: string;
            itemCode?: string;
            /** @description What was done at once */
            measure?: string;
            photos?: string[];
            /**
             * @description General if absent
             * @enum {string}
             */
            severity?: "general" | "larger" | "major";
            /** Format: uuid */
            site?: string;
            /**
             * @description spot if absent
             * @enum {string}
             */
            source?: "spot" | "complaint" | "spot_check_failed";
            /** @description Required with complaint and spot_check_failed */
            sourceNumber?: string;
        };
        Reported: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            enterprise: string;
            enterpriseName: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "price" | "source" | "counterfeit";
            product: string;
            /** @enum {string} */
            state: "reported" | "receipted" | "handled";
        };
        ReportedOutputBody: {
            items: components["schemas"]["Reported"][];
        };
        ResignInputBody: {
            /** @description The words under which the paper is signed; the signature by hand is printed in it */
            declaration?: components["schemas"]["Declaration"];
            /**
             * Format: date
             * @description The last day in office: from tomorrow to ninety days ahead and before the term's end; absent means to leave now. The ninety days are the product's own
             */
            lastDay?: string;
            reason: string;
            /**
             * Format: uuid
             * @description The account in office that takes over what only the holder had to do; absent leaves it to the post
             */
            successor?: string;
        };
        Resignation: {
            /** Format: date-time */
            at: string;
            /** Format: date */
            lastDay: string;
            reason: string;
            /**
             * Format: date-time
             * @description When the holder took it back; he stayed
             */
            withdrawnAt?: string;
            withdrawnWhy?: string;
        };
        Resolution: {
            /**
             * Format: date
             * @description Its last day; at most a year from now
             */
            due: string;
            /**
             * Format: uuid
             * @description Minted by the client
             */
            id: string;
            mayReport: boolean;
            /** @description The caller may send it back */
            mayReturn: boolean;
            month: string;
            /**
             * Format: uuid
             * @description One of those in office
             */
            owner: string;
            ownerName: string;
            /**
             * Format: uuid
             * @description Of the minutes
             */
            record: string;
            /** @enum {string} */
            state: "open" | "done" | "overdue";
            steps: components["schemas"]["ResolutionStep"][];
            what: string;
        };
        ResolutionFields: {
            /**
             * Format: date
             * @description Its last day; at most a year from now
             */
            due: string;
            /**
             * Format: uuid
             * @description Minted by the client
             */
            id: string;
            /**
             * Format: uuid
             * @description One of those in office
             */
            owner: string;
            what: string;
        };
        ResolutionStep: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "done" | "sent_back";
            name: string;
            note: string;
            photos: string[];
        };
        Review: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            name: string;
            note?: string;
            /** @enum {string} */
            opinion: "accepted" | "correction_requested";
            /** Format: int64 */
            version: number;
        };
        ReviewBylawInputBody: {
            declaration: components["schemas"]["Declaration"];
            /** @description What was looked at */
            note: string;
            /**
             * Format: date
             * @description The next one, after today
             */
            reviewDay: string;
        };
        ReviewDailyInputBody: {
            /** @description Required when a correction is asked for */
            note?: string;
            /** @enum {string} */
            opinion: "accepted" | "correction_requested";
            /** Format: int64 */
            version: number;
        };
        RiskItem: {
            basis?: string;
            /** @description Asked for batches: 今日未进货/未生产 answers it as not applicable */
            batch: boolean;
            category: string;
            /** @description Of the template it came from */
            code?: string;
            frequency: string;
            /**
             * Format: uuid
             * @description The same through all versions
             */
            id: string;
            /** @description 管控措施/检查内容 */
            measure: string;
            /** @description The item asks for a measured value */
            measured?: components["schemas"]["Measured"];
            /** @enum {string} */
            post: "officer" | "director" | "principal";
            /**
             * @description In which of the three it is asked
             * @enum {string}
             */
            rhythm: "daily" | "weekly" | "monthly";
            /** @description 风险点 */
            risk: string;
            /** @description Absent means all sites */
            site?: string;
            /** @enum {string} */
            source: "template" | "own" | "authority";
            /** @description 环节 */
            step: string;
            verified: boolean;
        };
        RiskItemChange: {
            after: components["schemas"]["RiskItem"];
            before: components["schemas"]["RiskItem"];
            fields: string[];
        };
        RiskList: {
            /** Format: date-time */
            approvedAt?: string;
            approvedName?: string;
            /** Format: int64 */
            dailyItems: number;
            /** Format: date-time */
            draftedAt: string;
            draftedName?: string;
            effectiveDay?: string;
            /** Format: uuid */
            id: string;
            items: components["schemas"]["RiskItem"][];
            note?: string;
            /** Format: int64 */
            revision: number;
            /** @enum {string} */
            state: "draft" | "approved";
            /**
             * Format: int64
             * @description 0 is the draft
             */
            version: number;
        };
        RiskListDiffOutputBody: {
            added: components["schemas"]["RiskItem"][];
            changed: components["schemas"]["RiskItemChange"][];
            removed: components["schemas"]["RiskItem"][];
        };
        RiskListVersion: {
            /** Format: date-time */
            approvedAt: string;
            approvedName: string;
            /** Format: int64 */
            items: number;
            note?: string;
            /** Format: int64 */
            version: number;
        };
        RiskListsOutputBody: {
            current?: components["schemas"]["RiskList"];
            draft?: components["schemas"]["RiskList"];
            versions: components["schemas"]["RiskListVersion"][];
        };
        Rung: {
            /**
             * Format: int64
             * @description Hours overdue after which the director is told
             */
            director: number;
            /** @description The obligation's kind, or what its kind begins with; other stands for all that are not named */
            kind: string;
            /**
             * Format: int64
             * @description Hours overdue after which the principal is told
             */
            principal: number;
            /**
             * Format: int64
             * @description Hours before the deadline from which it is recalled; the daily check is recalled at the last slot before its deadline
             */
            soon: number;
            /** @description As the product proposes */
            standard: boolean;
            /**
             * Format: int64
             * @description Hours overdue after which nobody is reminded any more
             */
            until: number;
        };
        SaveDraftInputBody: {
            /** @description As the client wrote it; not read by the server */
            draft: string;
            obligation: components["schemas"]["CheckOf"];
        };
        SaveMonthlyDraftInputBody: {
            /** @description As the client wrote it; not read by the server */
            draft: string;
            /**
             * Format: int64
             * @description The one that was read
             */
            revision: number;
        };
        SaveWeeklyDraftInputBody: {
            /** @description As the client wrote it; not read by the server */
            draft: string;
        };
        SelfCheck: {
            /** Format: date-time */
            at: string;
            byName: string;
            /** Format: date */
            published: string;
            /** @description Why it was corrected */
            reason?: string;
            report: components["schemas"]["FileRef"];
            /**
             * Format: int64
             * @description More than 1 has been corrected
             */
            version: number;
            /** @description Oldest first */
            versions: components["schemas"]["SelfCheckVersion"][];
            /** @description Where and how it was published */
            where: string;
            /** Format: int64 */
            year: number;
        };
        SelfCheckVersion: {
            /** Format: date-time */
            at: string;
            byName: string;
            /** Format: date */
            published: string;
            /** @description Why it was corrected */
            reason?: string;
            report: components["schemas"]["FileRef"];
            /**
             * Format: int64
             * @description More than 1 has been corrected
             */
            version: number;
            /** @description Where and how it was published */
            where: string;
        };
        Sentence: {
            /** @description Stable and dotted; the key of the translation. Absent where the text is the person's own data */
            code?: string;
            /** @description Values a translation may quote */
            params?: {
                [key: string]: unknown;
            };
            /** @description In Chinese */
            text: string;
        };
        Session: {
            accessToken: string;
            /** Format: date-time */
            expiresAt: string;
            me: components["schemas"]["Me"];
            /** @description Until the initial password is changed only /me and /me/password answer */
            mustChangePassword: boolean;
            /** Format: date-time */
            serverTime: string;
        };
        SessionEntry: {
            address: string;
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            device: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt: string;
        };
        SessionsOutputBody: {
            items: components["schemas"]["SessionEntry"][];
        };
        SetDutyMatrixInputBody: {
            cells: components["schemas"]["DutyCell"][];
            /**
             * Format: int64
             * @description The version that was read
             */
            revision: number;
        };
        SetPreferenceInputBody: {
            byEmail: boolean;
            bySms: boolean;
            /** @description Absent: as before; empty: none */
            email?: string;
            /** @description A mobile number, for reminding only. Absent: as before; empty: none */
            phone?: string;
            /** Format: int64 */
            quietFrom: number;
            /** Format: int64 */
            quietUntil: number;
            /** @description Full or half hours outside the quiet hours */
            slots: number[];
        };
        Shift: {
            /**
             * Format: int64
             * @description Minutes after midnight of the day on which the shift starts; more than 1440 lies past midnight
             */
            ends: number;
            /** Format: date */
            from: string;
            /**
             * Format: int64
             * @description Minutes after the end in which the check is still on time
             */
            grace: number;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Rests on statutory holidays and works on make-up workdays */
            restOnHolidays: boolean;
            /** Format: uuid */
            site: string;
            /**
             * Format: int64
             * @description Minutes after midnight
             */
            starts: number;
            until?: string;
            /** @description 1 is Monday, 7 is Sunday */
            weekdays: number[];
        };
        ShiftFields: {
            /**
             * Format: int64
             * @description Minutes after midnight of the day on which the shift starts; more than 1440 lies past midnight
             */
            ends: number;
            /**
             * Format: int64
             * @description Minutes after the end in which the check is still on time
             */
            grace: number;
            name: string;
            /** @description Rests on statutory holidays and works on make-up workdays */
            restOnHolidays: boolean;
            /**
             * Format: int64
             * @description Minutes after midnight
             */
            starts: number;
            /** @description 1 is Monday, 7 is Sunday */
            weekdays: number[];
        };
        ShiftsOutputBody: {
            /** @description From today on */
            exceptions: components["schemas"]["DayException"][];
            items: components["schemas"]["Shift"][];
        };
        SignAttendanceInputBody: {
            /** Format: uuid */
            account: string;
            /** @description Where present; by hand on another's device */
            declaration?: components["schemas"]["Declaration"];
            /** @description Why absent; required where absent */
            note?: string;
            present: boolean;
            /** @description Of a correction */
            reason?: string;
        };
        SignMonthlyInputBody: {
            /** @description One for everybody invited but the signer himself */
            attendance: components["schemas"]["Attendee"][];
            /** @description Of the figures that he read */
            basis: string;
            /** @description Spot checks, complaints, recalls, licences, beyond what the rows say */
            changes?: string;
            declaration: components["schemas"]["Declaration"];
            /** @description Next month's focus */
            focus: string;
            /**
             * Format: uuid
             * @description Who reported; required where somebody is heard
             */
            heard?: string;
            /**
             * Format: date-time
             * @description Not before the month and not in the future
             */
            heldAt: string;
            /**
             * @description 现场, 视频, 电话
             * @enum {string}
             */
            mode: "site" | "video" | "telephone";
            month: string;
            place: string;
            /**
             * Format: uuid
             * @description One of those invited
             */
            recorder: string;
            /** @description What he reported; required where somebody is heard */
            reported?: string;
            resolutions: components["schemas"]["ResolutionFields"][];
            /** @description Resources decided */
            resources?: string;
        };
        SignSuspensionInputBody: {
            declaration: components["schemas"]["Declaration"];
        };
        SignWeeklyInputBody: {
            content: components["schemas"]["WeeklyContent"];
            declaration: components["schemas"]["Declaration"];
            /** @description Of the figures that were read */
            hash: string;
            /**
             * Format: uuid
             * @description Minted by the client; repeating it repeats the answer
             */
            id: string;
            /** @description After the deadline (补录): why late */
            reason?: string;
        };
        Site: {
            address?: string;
            closedOn?: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "store" | "workshop" | "warehouse" | "stall";
            name: string;
            /** Format: date */
            openedOn: string;
        };
        SiteFields: {
            address?: string;
            /** @enum {string} */
            kind: "store" | "workshop" | "warehouse" | "stall";
            name: string;
        };
        SizeGradeEntry: {
            /** Format: date-time */
            from: string;
            /** @enum {string} */
            grade: "A" | "B" | "C" | "D" | "";
            /** @description The words, for other languages */
            said: components["schemas"]["Sentence"];
            words: string;
        };
        SizeGradesOutputBody: {
            items: components["schemas"]["SizeGradeEntry"][];
        };
        StaffingGap: {
            /** Format: date-time */
            closedAt?: string;
            /** @enum {string} */
            how?: "filled" | "not_required";
            /** Format: date-time */
            openedAt: string;
            rule: string;
            text: string;
        };
        StaffingOutputBody: {
            /** @description Newest first */
            history: components["schemas"]["StaffingGap"][];
            items: components["schemas"]["StaffingRule"][];
        };
        StaffingRule: {
            /** @description The agency */
            decidedBy?: string;
            /**
             * @description Of a rule that agencies may decide
             * @enum {string}
             */
            decision?: "required" | "not_required" | "undecided";
            /** @enum {string} */
            post?: "principal" | "director" | "officer";
            rule: string;
            /** @description Text, why and settle, for other languages */
            said: components["schemas"]["StaffingSaid"];
            /** @description What would settle it */
            settle?: string;
            /**
             * Format: date-time
             * @description From when the gap is open
             */
            since?: string;
            /** @description Where it stands, as law and article; empty where it is no law */
            source: string[];
            /** @enum {string} */
            state: "met" | "gap" | "remark" | "not_applicable";
            text: string;
            /** @description False: the text of the law was not read; at most a remark rests on it */
            verified: boolean;
            /** @description Why it is asked, in the enterprise's own facts */
            why?: string;
        };
        StaffingSaid: {
            settle?: components["schemas"]["Sentence"];
            text: components["schemas"]["Sentence"];
            why?: components["schemas"]["Sentence"][];
        };
        StaffingSwitch: {
            /** @description The agency whose decision counts here */
            by?: string;
            /** @enum {string} */
            effective: "required" | "not_required" | "undecided";
            /**
             * @description What this agency decided
             * @enum {string}
             */
            own: "required" | "not_required" | "undecided";
            /** Format: date-time */
            ownAt?: string;
            ownName?: string;
            ownReason?: string;
            rule: string;
            text: string;
        };
        StaffingSwitchesOutputBody: {
            items: components["schemas"]["StaffingSwitch"][];
        };
        StripDay: {
            /** Format: date */
            day: string;
            /** @enum {string} */
            state: "none" | "coming" | "open" | "zero_risk" | "hazards" | "arrived_late" | "backfilled" | "excused" | "missed";
        };
        Suspension: {
            /** Format: date-time */
            endedAt?: string;
            /** Format: date-time */
            filedAt: string;
            filedName: string;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "production_stop" | "business_stop" | "holiday";
            reason: string;
            /** Format: date-time */
            signedAt?: string;
            signedName?: string;
            /** Format: uuid */
            site: string;
            siteName: string;
            /** Format: date */
            until: string;
        };
        SuspensionsOutputBody: {
            items: components["schemas"]["Suspension"][];
        };
        Suspicion: {
            agencyName?: string;
            /** Format: date-time */
            at: string;
            batch?: string;
            /**
             * Format: date-time
             * @description By when the enterprise says what became of the goods; the product's own figure
             */
            due: string;
            facts: string;
            /** Format: date-time */
            handledAt?: string;
            handledName?: string;
            /** Format: uuid */
            id: string;
            /**
             * @description 价格明显偏低, 来源难以追溯, 疑似假冒伪劣
             * @enum {string}
             */
            kind: "price" | "source" | "counterfeit";
            /** @description What was done at once: 停止销售, 封存, … */
            measure: string;
            name: string;
            /** @enum {string} */
            outcome?: "returned" | "destroyed" | "handed_over" | "cleared" | "other";
            outcomeNote?: string;
            /** @description From whom the goods came, if known */
            partner?: string;
            photos?: string[];
            product: string;
            /**
             * Format: double
             * @description How much was stopped; 0 if none is here any more
             */
            quantity: number;
            /** Format: date-time */
            receiptAt?: string;
            receiptName?: string;
            receiptNote?: string;
            /** @enum {string} */
            state: "reported" | "receipted" | "handled";
            unit: string;
        };
        SuspicionFields: {
            batch?: string;
            facts: string;
            /**
             * @description 价格明显偏低, 来源难以追溯, 疑似假冒伪劣
             * @enum {string}
             */
            kind: "price" | "source" | "counterfeit";
            /** @description What was done at once: 停止销售, 封存, … */
            measure: string;
            /** @description From whom the goods came, if known */
            partner?: string;
            photos?: string[];
            product: string;
            /**
             * Format: double
             * @description How much was stopped; 0 if none is here any more
             */
            quantity: number;
            unit: string;
        };
        SuspicionsOutputBody: {
            items: components["schemas"]["Suspicion"][];
        };
        Table: {
            /** @description Of the import */
            columns: components["schemas"]["TableColumn"][];
            export: boolean;
            import: boolean;
            name: string;
            /** @description An export is of a range of days */
            ranged: boolean;
            title: string;
        };
        TableColumn: {
            choices?: string[];
            note?: string;
            required: boolean;
            title: string;
        };
        TablesOutputBody: {
            items: components["schemas"]["Table"][];
        };
        Tally: {
            code: string;
            /** Format: int64 */
            n: number;
        };
        Task: {
            /**
             * Format: date
             * @description The first day of its period
             */
            day?: string;
            /** Format: date-time */
            due?: string;
            /** @description hazard, correction, suspension, list, appointment, or the kind of the obligation */
            kind: string;
            note?: string;
            /** @enum {string} */
            severity?: "general" | "larger" | "major";
            /** Format: uuid */
            subject: string;
            title: string;
        };
        TemplateItem: {
            basis: string;
            batch: boolean;
            category: string;
            code: string;
            frequency: string;
            measure: string;
            /** @enum {string} */
            post: "officer" | "director" | "principal";
            /** @enum {string} */
            rhythm: "daily" | "weekly" | "monthly";
            risk: string;
            step: string;
            /** @description Whether the text of the basis was read */
            verified: boolean;
        };
        TemplateItemsOutputBody: {
            items: components["schemas"]["TemplateItem"][];
        };
        Terms: {
            /**
             * Format: int64
             * @description Days after the month in which 《每月调度会议纪要》 is still in time; 5 unless changed
             */
            monthGrace: number;
            /**
             * Format: int64
             * @description Days after Sunday in which 《每周排查治理报告》 is still in time; 2 unless changed
             */
            weekGrace: number;
        };
        Tested: {
            accepted: boolean;
            /** @description What the gateway said */
            answer: string;
            /** @description The answer, for other languages; without a code it is the gateway's own */
            answerSaid: components["schemas"]["Sentence"];
            /** Format: int64 */
            tookMs: number;
        };
        Today: {
            /** @description Open now first, then done ones of today, then what comes later today; missed checks of the last 7 days that can be back-filled come under missed */
            checks: components["schemas"]["TodayCheck"][];
            /** Format: date */
            day: string;
            missed: components["schemas"]["TodayCheck"][];
            /** Format: date-time */
            nextOpens?: string;
            /** @description No check is due today by the pattern */
            restsToday: boolean;
            /** Format: date-time */
            serverTime: string;
            tasks: components["schemas"]["Task"][];
            /** @description What is wrong whoever looks, as a certificate that has lapsed; it never keeps anybody from a check */
            warnings: components["schemas"]["Warning"][];
            /** @description The last seven days and today, per site and shift */
            week: components["schemas"]["DayState"][];
        };
        TodayCheck: {
            /** Format: date */
            day: string;
            /** Format: date-time */
            due: string;
            /** @enum {string} */
            excuse?: "production_stop" | "business_stop" | "holiday" | "authority" | "outage";
            items: components["schemas"]["RiskItem"][];
            /** @enum {string} */
            lateness?: "on_time" | "arrived_late" | "backfilled";
            /** @description Absent while no list is approved */
            listId?: string;
            /** Format: int64 */
            listVersion: number;
            /** @description The site has no other shift; its name need not be shown */
            onlyShift: boolean;
            /** Format: date-time */
            opens: string;
            /** @enum {string} */
            outcome?: "zero_risk" | "hazards";
            /** @description The record that fulfilled it */
            record?: string;
            /** Format: uuid */
            shift: string;
            shiftName: string;
            /** Format: uuid */
            site: string;
            siteName: string;
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            /** Format: date-time */
            submittedAt?: string;
            submittedBy?: string;
            /** @description A notice that waits for the principal's signature */
            suspension?: string;
        };
        Trace: {
            /** Format: date-time */
            at: string;
            /**
             * Format: date
             * @description The business day, or that of At
             */
            day: string;
            /** @enum {string} */
            deed: "recorded" | "reviewed" | "handled" | "raised" | "appointed" | "assigned" | "trained" | "told";
            kind: string;
            note?: string;
            /** Format: uuid */
            subject: string;
            title: string;
        };
        TrainingAttendance: {
            /** Format: uuid */
            account: string;
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            how?: "self" | "device" | "noted" | "transcribed";
            invited: boolean;
            name: string;
            /** @description Why absent */
            note?: string;
            /** @enum {string} */
            outcome?: "present" | "absent";
            /** @description Of the correction */
            reason?: string;
            signed?: number[][];
            /** Format: int64 */
            version: number;
        };
        TrainingEntry: {
            /** Format: date-time */
            at: string;
            byName: string;
            /** Format: date */
            day: string;
            /**
             * @description self: in his own session; device: by hand on the organiser's device; noted: by the organiser; transcribed: copied from a paper record
             * @enum {string}
             */
            how: "self" | "device" | "noted" | "transcribed";
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "attended" | "studied" | "tested";
            /** Format: int64 */
            minutes: number;
            /** @enum {string} */
            outcome: "present" | "absent" | "studied" | "passed" | "failed";
            reason?: string;
            /**
             * Format: uuid
             * @description The session, self-study or test
             */
            subject: string;
            title: string;
            /**
             * Format: int64
             * @description Above 1 it was corrected
             */
            version: number;
        };
        TrainingPerson: {
            /** Format: uuid */
            account: string;
            name: string;
            /** @description Topics failed and not yet passed */
            needs: string[];
            /** Format: int64 */
            openReadings: number;
            /**
             * Format: int64
             * @description In sessions copied from paper records; in no other figure
             */
            paperMinutes: number;
            /** @description Held now; empty for one who left */
            posts: string[];
            /** Format: int64 */
            sessionMinutes: number;
            /**
             * Format: int64
             * @description By his own account
             */
            studyMinutes: number;
            /** Format: int64 */
            testsFailed: number;
            /** Format: int64 */
            testsPassed: number;
            /**
             * Format: int64
             * @description Minutes the plan wants of his posts, the most if there are several; absent without a figure
             */
            wanted?: number;
        };
        TrainingPersonOutputBody: {
            /** @description Latest versions, newest day first */
            entries: components["schemas"]["TrainingEntry"][];
            /** @description By the authority; empty while there are none */
            examinations: components["schemas"]["Examination"][];
            person: components["schemas"]["TrainingPerson"];
            /** @description Newest first */
            tests: components["schemas"]["TrainingTest"][];
            /** Format: int64 */
            year: number;
        };
        TrainingPlan: {
            items: components["schemas"]["TrainingPlanItem"][];
            /** @description A post left out has no figure */
            wanted: components["schemas"]["TrainingWanted"][];
        };
        TrainingPlanItem: {
            /**
             * Format: int64
             * @description Absent means any time of the year
             */
            month?: number;
            posts: ("principal" | "director" | "officer")[];
            /** @description A product or category; absent means all */
            product?: string;
            topic: string;
        };
        TrainingPlanOutputBody: {
            plan: components["schemas"]["TrainingPlan"];
            /** Format: int64 */
            version: number;
        };
        TrainingReading: {
            /** Format: uuid */
            account: string;
            /**
             * Format: date
             * @description The last day
             */
            due: string;
            givenName: string;
            /** Format: date */
            givenOn: string;
            /** Format: uuid */
            id: string;
            materials: components["schemas"]["FileRef"][];
            mayWithdraw: boolean;
            mine: boolean;
            /**
             * Format: int64
             * @description By his own account
             */
            minutes: number;
            name: string;
            /** Format: date-time */
            openedAt?: string;
            /** @description Of the withdrawal or correction */
            reason?: string;
            /** @enum {string} */
            state: "given" | "opened" | "studied" | "withdrawn";
            studiedOn?: string;
            /** Format: uuid */
            study: string;
            title: string;
            topics: string[];
            /** Format: int64 */
            version: number;
        };
        TrainingSession: {
            /** Format: date */
            day: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            heldAt?: string;
            /** Format: uuid */
            id: string;
            materials?: components["schemas"]["FileRef"][];
            /** Format: int64 */
            minutes: number;
            /** @enum {string} */
            mode: "place" | "online";
            /** @description The organiser's name */
            organisedBy: string;
            /** Format: uuid */
            organiser: string;
            /** @description The caller may note and hold */
            organises: boolean;
            people: components["schemas"]["TrainingAttendance"][];
            /** @description The place, or how people meet online */
            place: string;
            product?: string;
            /** @description Why it was cancelled, or last corrected */
            reason?: string;
            /** @enum {string} */
            state: "planned" | "held" | "cancelled";
            teacher: string;
            title: string;
            topics: string[];
            /** @description Copied from a paper record: nobody signed here, and it stands in no count */
            transcribed: boolean;
            /**
             * Format: int64
             * @description 0 until it is held; above 1 the record was corrected
             */
            version: number;
        };
        TrainingStudyOutputBody: {
            items: components["schemas"]["TrainingReading"][];
        };
        TrainingTest: {
            /** Format: uuid */
            account: string;
            /** Format: date-time */
            at: string;
            byName: string;
            /** Format: date */
            day: string;
            /** @description The topics among them that were failed; required where the test was failed */
            failed?: string[];
            /** Format: double */
            full: number;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The paper as written */
            papers: components["schemas"]["FileRef"][];
            /**
             * Format: double
             * @description The pass mark, the enterprise's own; at most Full
             */
            pass: number;
            passed: boolean;
            reason?: string;
            /**
             * Format: date
             * @description With a failed test: the last day for the retake, set by the organiser
             */
            retakeBy?: string;
            /**
             * Format: uuid
             * @description The failed test that this one repeats
             */
            retakeOf?: string;
            /**
             * Format: double
             * @description At most Full
             */
            score: number;
            /** @description Recorded by the tested person, who holds all posts alone */
            selfRecorded: boolean;
            title: string;
            topics: string[];
            /** @description Copied from a paper record; it stands in no count */
            transcribed: boolean;
            /** Format: int64 */
            version: number;
        };
        TrainingWanted: {
            /** Format: int64 */
            minutes: number;
            /** @enum {string} */
            post: "principal" | "director" | "officer";
        };
        TrainingYear: {
            /** @description Those in office by post, then those who left and have entries */
            people: components["schemas"]["TrainingPerson"][];
            plan: components["schemas"]["TrainingPlan"];
            /**
             * Format: int64
             * @description 0 without a plan
             */
            planVersion: number;
            /** Format: date-time */
            plannedAt?: string;
            plannedName?: string;
            /** @description Self-study given in the year, by deadline */
            readings: components["schemas"]["TrainingReading"][];
            /** @description Coming ones by day, then those held, latest first; cancelled ones last */
            sessions: components["schemas"]["TrainingSession"][];
            /** Format: int64 */
            year: number;
        };
        Transcript: {
            /**
             * Format: date-time
             * @description When it was copied
             */
            at: string;
            /**
             * Format: date
             * @description The day on the paper; before today
             */
            day: string;
            /** Format: uuid */
            id: string;
            /**
             * @description 每日检查, 每周排查, 每月调度, 培训
             * @enum {string}
             */
            kind: "daily" | "weekly" | "monthly" | "training";
            /** @description Who copied it */
            name: string;
            /** @description What was found or decided */
            outcome?: string;
            /** @description Where the paper is kept */
            paper?: string;
            /** @description What it says */
            summary: string;
            /** @description Who signed the paper */
            who: string;
        };
        TranscriptFields: {
            /**
             * Format: date
             * @description The day on the paper; before today
             */
            day: string;
            /**
             * @description 每日检查, 每周排查, 每月调度, 培训
             * @enum {string}
             */
            kind: "daily" | "weekly" | "monthly" | "training";
            /** @description What was found or decided */
            outcome?: string;
            /** @description Where the paper is kept */
            paper?: string;
            /** @description What it says */
            summary: string;
            /** @description Who signed the paper */
            who: string;
        };
        TranscriptsOutputBody: {
            items: components["schemas"]["Transcript"][];
            next?: string;
        };
        UnreadOutputBody: {
            /**
             * Format: int64
             * @description 100 at most
             */
            unread: number;
        };
        VerifyPaperOutputBody: {
            bodyHash: string;
            /** Format: date */
            day: string;
            enterpriseName: string;
            /** @enum {string} */
            lateness: "on_time" | "arrived_late" | "backfilled";
            /** Format: int64 */
            latestVersion: number;
            linkHash: string;
            paper: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: int64 */
            seq: number;
            /**
             * @description superseded: a 更正 came later
             * @enum {string}
             */
            verdict: "genuine" | "superseded";
            /** Format: int64 */
            version: number;
        };
        Warning: {
            /** @description As of the obligation it belongs to: licence_expiry */
            kind: string;
            /** @description The text, for other languages */
            said: components["schemas"]["Sentence"];
            /**
             * Format: date
             * @description The last day on which all was well
             */
            since?: string;
            /** Format: uuid */
            subject: string;
            text: string;
        };
        WeekCause: {
            /** @enum {string} */
            cause: "man" | "machine" | "material" | "method" | "environment" | "management" | "unnamed";
            /** Format: int64 */
            count: number;
            findings?: components["schemas"]["WeekFound"][];
        };
        WeekDay: {
            /** @enum {string} */
            column: "zero_risk" | "hazards" | "arrived_late" | "backfilled" | "excused" | "missed";
            /** Format: date */
            day: string;
            excuse?: string;
            record?: string;
            /** Format: uuid */
            shift: string;
            shiftName: string;
            /** Format: uuid */
            site: string;
            siteName: string;
        };
        WeekFound: {
            /** Format: date */
            day: string;
            description: string;
            /** Format: uuid */
            hazard: string;
        };
        WeekHazard: {
            closed: boolean;
            /** Format: date */
            day: string;
            description: string;
            /** Format: date-time */
            due: string;
            found: boolean;
            /** Format: uuid */
            id: string;
            itemCode?: string;
            open: boolean;
            overdue: boolean;
            rectified: boolean;
            /** @enum {string} */
            severity: "general" | "larger" | "major";
            siteName?: string;
            state: string;
        };
        WeekRepeat: {
            /** @description The latest finding's */
            description: string;
            findings?: components["schemas"]["WeekFound"][];
            item: string;
            itemCode?: string;
            /**
             * Format: int64
             * @description Findings, those attached to an open hazard among them
             */
            times: number;
        };
        WeekUnvaried: {
            /** Format: int64 */
            checks: number;
            item: string;
            itemCode?: string;
            risk: string;
        };
        WeekliesOutputBody: {
            items: components["schemas"]["WeeklyEntry"][];
            /** Format: int64 */
            year: number;
            /** @description The years that have weeks, newest first */
            years: number[];
        };
        Weekly: {
            /** @description SHA-256 of the latest version's stored bytes, hex */
            bodyHash: string;
            /** @description Of the latest version */
            content: components["schemas"]["WeeklyContent"];
            /** Format: date-time */
            due: string;
            figures: components["schemas"]["WeeklyFigures"];
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            /** @description Its place in the chain */
            link: components["schemas"]["LinkEntry"];
            signed?: components["schemas"]["WeeklySigned"];
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            /** @description Oldest first */
            versions: components["schemas"]["WeeklyVersion"][];
            week: string;
        };
        WeeklyContent: {
            /** @description 分析研判 */
            analysis: string;
            /** @description 参加人员 */
            attended?: string;
            /** @description What the week's own investigation found; each opens a hazard */
            findings: components["schemas"]["WeeklyFinding"][];
            /** @description Next week's focus */
            focus?: string;
            /** @description How hazards are followed */
            follow: components["schemas"]["Follow"][];
            /** @description What should change in the risk-control list; empty: nothing */
            listChanges?: string;
            /** @description Why checks were missed */
            missed: components["schemas"]["MissedCause"][];
            /** @description How what the daily checks left open is dealt with */
            unsettled?: string;
        };
        WeeklyDraft: {
            /**
             * Format: date-time
             * @description Up to when the figures reach; later days enter the next report
             */
            cutoff: string;
            /** @description The caller's words as the client saved them */
            draft?: string;
            /** Format: date-time */
            due: string;
            figures?: components["schemas"]["WeeklyFigures"];
            /** Format: date */
            first: string;
            /** @description SHA-256 of the figures; signing names it, so that nobody signs figures he has not seen */
            hash: string;
            /** Format: date */
            last: string;
            maySign: boolean;
            /** @description No day has come to its end yet, so that there is nothing to sign */
            nothing: boolean;
            /** @description The posts in which the caller would sign */
            posts: string[];
            /** Format: date-time */
            savedAt?: string;
            /** @description The week is signed already, by whom */
            signedBy?: string;
            /**
             * @description Whose duty it is now
             * @enum {string}
             */
            signer: "director" | "officer";
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            /** @description To who signs: when many hazards were closed at once in the days. A remark beside the figures, neither sealed nor printed */
            waves?: components["schemas"]["ClosingWave"][];
            week: string;
        };
        WeeklyEntry: {
            /** Format: date-time */
            due: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            signed?: components["schemas"]["WeeklySigned"];
            /** @enum {string} */
            state: "coming" | "open" | "done" | "excused" | "missed";
            week: string;
        };
        WeeklyFigures: {
            /** @description Root causes (人机料法环管) of the hazards found; not shown to the authority outside an inspection */
            causes: components["schemas"]["WeekCause"][];
            /** @description Every check of the days, excused ones too */
            checks: components["schemas"]["WeekDay"][];
            counts: components["schemas"]["Figure"][];
            /**
             * Format: date
             * @description The day after the last that an earlier report covered, or Monday
             */
            from: string;
            hazards: components["schemas"]["WeekHazard"][];
            /** @description Items found wrong now that were found wrong more than once in twelve weeks, the most frequent first */
            repeats: components["schemas"]["WeekRepeat"][];
            /**
             * Format: date
             * @description The last day none of whose checks was open at the cut-off
             */
            to: string;
            /** @description Daily records of these days that nobody has reviewed; not counted where one person holds all posts */
            unreviewed: string[];
            /** @description Daily items that were answered in no other way than 符合 in twelve weeks */
            unvaried: components["schemas"]["WeekUnvaried"][];
        };
        WeeklyFinding: {
            description: string;
            /** @enum {string} */
            follow?: "occasional" | "long_term" | "breakthrough";
            /** @description The hazard that it opened; written by the server */
            hazard?: string;
            /**
             * Format: uuid
             * @description Minted by the client
             */
            id: string;
            /**
             * Format: uuid
             * @description The item of the risk list that it concerns, if one does: found again, it joins the hazard that is open
             */
            item?: string;
            itemCode?: string;
            /** @description What was done at once */
            measure?: string;
            /** @description SHA-256 of photos already kept */
            photos?: string[];
            /** @enum {string} */
            severity: "general" | "larger" | "major";
            /** Format: uuid */
            site?: string;
        };
        WeeklyRead: {
            /** Format: date-time */
            at: string;
            name: string;
        };
        WeeklySigned: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            cutoff: string;
            /** Format: int64 */
            found: number;
            /** Format: date */
            from: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            lateness: "on_time" | "backfilled";
            /** Format: int64 */
            missed: number;
            name: string;
            /**
             * Format: int64
             * @description Hazards that were open at the cut-off
             */
            open: number;
            /** @description Every post in which the person signed (一人兼任) */
            posts: ("principal" | "director" | "officer")[];
            read?: components["schemas"]["WeeklyRead"];
            /** @description With 补录: why late */
            reason?: string;
            /** Format: date */
            to: string;
            unread: boolean;
            /**
             * Format: int64
             * @description More than 1 has been corrected
             */
            version: number;
        };
        WeeklyVersion: {
            /** Format: date-time */
            at: string;
            content: components["schemas"]["WeeklyContent"];
            name: string;
            posts: string[];
            read?: components["schemas"]["WeeklyRead"];
            /** Format: int64 */
            version: number;
            why?: string;
        };
        WithdrawAdviceInputBody: {
            /** @description At least 5 characters */
            reason: string;
        };
        WithdrawLicenceInputBody: {
            /**
             * Format: date
             * @description Since when; not in the future
             */
            day: string;
            /** @enum {string} */
            kind: "given_up" | "revoked" | "unused";
            reason: string;
        };
        WithdrawReadingInputBody: {
            reason: string;
        };
        WithdrawResignationInputBody: {
            /** @description The words under which it is signed; the signature by hand is kept with it */
            declaration?: components["schemas"]["Declaration"];
            reason: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAgencyAudit: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArea: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                /** @description Part of the name, or the identifier */
                q?: string;
                office?: string;
                sizeGrade?: "A" | "B" | "C" | "D" | "ungraded";
                business?: "production" | "wholesale" | "retail";
                need?: "gap" | "vacant_post" | "hazard";
                inScope?: "yes" | "no" | "undecided";
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaListOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foundEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoundEnterpriseInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectedOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAccountInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccountOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignEnterpriseInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectBylaws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BylawsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectBylawPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
                sheet?: "document" | "confirmations" | "file";
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                bylaw: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectCommissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectDailies: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectedDailiesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectDaily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Daily"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectDailyPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAreaErrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                errand: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errand"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelAreaErrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                errand: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errand"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadAreaErrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                errand: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectEvidence: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    excuseDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExcuseDayInputBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectGoods: {
        parameters: {
            query: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                kind: "purchase" | "delivery";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectHazards: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                open?: boolean;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectHazard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                hazard: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderRectification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                /** @description Minted by the client */
                hazard: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderRectificationInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                hazard: string;
                /** @description Minted by the client */
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideOrderInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                hazard: string;
                /** @description Minted by the client */
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignOrderInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                hazard: string;
                /** @description Minted by the client */
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptReportInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectLicencePaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectLicences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licences"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectMonthlies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectedMonthliesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectMonthly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monthly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectMonthlyPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askAreaPack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                /** @description The errand's id, minted by the client; repeating it repeats the answer */
                pack: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackDays"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errand"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectSuspicion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                suspicion: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspicion"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptSuspicion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                suspicion: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptSuspicionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspicion"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectTrainingPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectTrainings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectedTrainingOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectWeeklies: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekliesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectWeekly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weekly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inspectWeeklyPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                /** @description An enterprise of the agency's area. */
                enterprise: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAreaErrands: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                /** @description Only of this kind */
                kind?: string;
                /** @description Only about this enterprise of the area */
                enterprise?: string;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddMemberInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccountOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOverview: {
        parameters: {
            query?: {
                /** @description The present month if absent */
                month?: string;
            };
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaffingSwitches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingSwitchesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideStaffing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideStaffingInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingSwitchesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReported: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The agency. */
                agency: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportedOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editEnterprise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditEnterpriseInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAdvices: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                /** @description Only those that wait for their answer */
                waiting?: boolean;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvicesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                advice: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    raiseAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                advice: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseAdviceInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                advice: string;
                /** @description Minted by the client; repeating it repeats the answer */
                answer: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerAdviceInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAdvicePaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                advice: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawAdvice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                advice: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawAdviceInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Advice"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAppointments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerAppointmentInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deputise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeputiseInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenDuties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenDutiesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAppointmentInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAppointmentEnding: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAppointmentLetter: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResignInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawResignation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawResignationInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                appointment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndingInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                kind: "production" | "wholesale" | "retail";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BusinessFigures"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBylaws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BylawsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveBylaws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveBylawsInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BylawsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftBylaws: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBylawsInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BylawsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBylaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bylaw"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareBylaws: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BylawDiffOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editBylaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditBylawInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bylaw"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropBylawDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bylaw"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBylawVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BylawText"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmBylaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
                version: number;
                /** @description As the version or the task names it */
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBylawInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BylawText"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readBylawPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
                sheet?: "document" | "confirmations" | "file";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repealBylaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepealBylawInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bylaw"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewBylaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                bylaw: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBylawInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bylaw"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query: {
                month: string;
                site?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutChannelInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                channel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tested"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCommissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommissionsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCommissionPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCommission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                commission: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommissionFields"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commission"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCommission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                commission: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCommissionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commission"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                state?: "queued" | "sending" | "sent" | "failed" | "dead" | "suppressed";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDossier: {
        parameters: {
            query?: {
                /** @description The last 30 days if absent */
                from?: string;
                /** @description Today if absent; at most 366 days after from */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDossierPaper: {
        parameters: {
            query?: {
                /** @description The last 30 days if absent */
                from?: string;
                /** @description Today if absent; at most 366 days after from */
                to?: string;
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDraftInputBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draftMonthly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyDraft"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveMonthlyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveMonthlyDraftInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyDraft"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attendMonthly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendMonthlyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyDraft"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWeeklyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description ISO 8601: 2026-W53 ends on 3 January 2027 */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeeklyDraft"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveWeeklyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveWeeklyDraftInputBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDutyMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyMatrix"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDutyMatrixPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setDutyMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                matrix: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetDutyMatrixInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyMatrix"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErrands: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                /** @description Only of this kind */
                kind?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readErrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                errand: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errand"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelErrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                errand: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errand"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadErrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                errand: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEvidence: {
        parameters: {
            query: {
                from: string;
                /** @description At most 400 days after from */
                to: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                errand: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportTableInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errand"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFile: {
        parameters: {
            query?: never;
            header?: {
                "Content-Type"?: string;
            };
            path: {
                /** @description The enterprise. */
                enterprise: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGoods: {
        parameters: {
            query: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                kind: "purchase" | "delivery";
                from?: string;
                to?: string;
                /** @description Part of product, batch, partner or certificate */
                q?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGoodsPaper: {
        parameters: {
            query: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
                kind: "purchase" | "delivery";
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recentGoods: {
        parameters: {
            query: {
                kind: "purchase" | "delivery";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecentGoodsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readGoods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsEntryOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logGoods: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                entry: string;
                /** @description Minted by the client; that of the first version is the entry's own */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoodsVersion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsEntryOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHazardRegister: {
        parameters: {
            query: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHazards: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                open?: boolean;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHazard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                hazard: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportHazard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                hazard: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportHazardInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHazardPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
                /** @description The containment whose paper is asked for */
                containment?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                hazard: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advanceHazard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                hazard: string;
                /** @description Minted by the client; repeating it repeats the answer */
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceHazardInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hazard"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadTable: {
        parameters: {
            query: {
                table: string;
                /** @description The file's name */
                name?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptImportInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issuePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                import: string;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedPasswordOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLadder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editLadder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditLadderInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLicencePaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLicences: {
        parameters: {
            query?: {
                /** @description With replaced and withdrawn ones */
                all?: boolean;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Licences"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                licence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                licence: string;
                /** @description Minted by the client; repeating it repeats the answer */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutLicenceInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawLicence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                licence: string;
                /** @description Minted by the client; repeating it repeats the answer */
                withdrawal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawLicenceInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLooks: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LooksOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listObligations: {
        parameters: {
            query?: {
                /** @description Only what is the caller's: his alone, or that of a post he holds */
                mine?: boolean;
                /** @description What was done, the latest first, instead of what is to be done */
                done?: boolean;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askPack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description The errand's id, minted by the client; repeating it repeats the answer */
                pack: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackDays"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errand"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPersonFile: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description next of the page before */
                after?: string;
                limit?: number;
                /** @description Of this deed alone; the totals stay those of all */
                deed?: "recorded" | "reviewed" | "handled" | "raised" | "appointed" | "assigned" | "trained" | "told";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonFile"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPersonFilePaper: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPhoto: {
        parameters: {
            query?: never;
            header?: {
                "Content-Type"?: string;
            };
            path: {
                /** @description The enterprise. */
                enterprise: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductFields"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProductInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDailies: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                from?: string;
                to?: string;
                site?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailiesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDaily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Daily"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitDaily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted on the phone when the draft begins */
                record: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DailyBody"];
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Daily"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readDailyPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewDaily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
                review: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDailyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Daily"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctDaily: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
                /** @description Minted by the client */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDailyInputBody"];
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Daily"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMonthlies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthliesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMonthly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monthly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signMonthly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client; repeating it repeats the answer */
                record: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignMonthlyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monthly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMonthlyPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctMonthly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                record: string;
                /** @description Minted by the client */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMonthlyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monthly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWeeklies: {
        parameters: {
            query?: {
                /** @description The ISO year of the weeks; the present one if absent */
                year?: number;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeekliesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWeekly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description ISO 8601: 2026-W53 ends on 3 January 2027 */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weekly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signWeekly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignWeeklyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weekly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeWeekly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeWeeklyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weekly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readWeeklyPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description ISO 8601: 2026-W53 ends on 3 January 2027 */
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctWeekly: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                week: string;
                /** @description Minted by the client */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectWeeklyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Weekly"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readResolution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                resolution: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advanceResolution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                resolution: string;
                /** @description Minted by the client; repeating it repeats the answer */
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceResolutionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRiskList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskListsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveRiskList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveRiskListInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskList"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareRiskLists: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskListDiffOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editRiskList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRiskListInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskList"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeRiskList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskList"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRiskListVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskList"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRiskListPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishSelfCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                year: number;
                /** @description Minted by the client; repeating it repeats the answer */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishSelfCheckInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfCheck"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteFields"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSiteInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enterprise"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exceptDay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                site: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExceptDayInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planShifts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanShiftsInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShiftsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSizeGrades: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SizeGradesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readStaffing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuspensions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client; repeating it repeats the answer */
                suspension: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileSuspensionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspension"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                suspension: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspension"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signSuspension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                suspension: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignSuspensionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspension"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSuspicions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspicionsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSuspicion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                suspicion: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspicion"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportSuspicion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                suspicion: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspicionFields"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspicion"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handleSuspicion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                suspicion: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandleSuspicionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suspicion"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSuspicionPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                suspicion: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TablesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTableTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Terms"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Terms"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Terms"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readToday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                reading: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingReading"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                reading: string;
                /** @description Minted by the client; repeating it repeats the answer */
                confirmation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmReadingInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingReading"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                reading: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingReading"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                reading: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawReadingInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingReading"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSession"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanSessionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSession"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                session: string;
                /** @description Minted by the client; repeating it repeats the answer */
                attendance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignAttendanceInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSession"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                session: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSessionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSession"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                session: string;
                /** @description Minted by the client; repeating it repeats the answer */
                holding: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldSessionInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingSession"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSessionPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignStudy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client; repeating it repeats the answer */
                study: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignStudyInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingStudyOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                test: string;
                /** @description Minted by the client; repeating it repeats the answer */
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordTestInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingTest"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrainingYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingYear"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrainingPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                year: number;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPersonOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrainingPersonPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                year: number;
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planTraining: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanTrainingInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPlanOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTrainingPlanPaper: {
        parameters: {
            query?: {
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTranscripts: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterTranscript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
                /** @description Minted by the client */
                transcript: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TranscriptFields"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: {
                "User-Agent"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMyFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyFilesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMyFile: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description next of the page before */
                after?: string;
                limit?: number;
                /** @description Of this deed alone; the totals stay those of all */
                deed?: "recorded" | "reviewed" | "handled" | "raised" | "appointed" | "assigned" | "trained" | "told";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonFile"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMyFile: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMyFilePaper: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description pdf, or docx for a word processor */
                format?: "pdf" | "docx";
            };
            header?: never;
            path: {
                /** @description The enterprise. */
                enterprise: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description next of the page before */
                after?: string;
                limit?: number;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkNoticesInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordInputBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPreference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preference"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPreference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPreferenceInputBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preference"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readMyToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyTodayOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoriesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEntryReasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryReasonsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Identifier"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckIdentifierOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOffices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficesOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemplateItems: {
        parameters: {
            query: {
                side: "production" | "sales";
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateItemsOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterInputBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: {
                zhize_refresh?: string;
            };
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyPaperOutputBody"];
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readVerifier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    "Content-Disposition"?: string;
                    "Content-Type"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A refusal (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
